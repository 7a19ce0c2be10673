import type { Request, Response } from '@await-next/mini-express'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  const users = express.Router()

  users.route('/:id').get(answer).delete(answer)
  app.use('/users', users)
  app.route(['/ping', '/health']).all(answer)

  app.get('/routes', function routes(_req, res) {
    res.json(lines(app.router.listRoutes()))
  })

  function answer(_req: Request, res: Response) {
    res.send('here')
  }

  /** What a router lists, and below it what the routers that stand in it list. */
  function lines(routes: ReturnType<typeof app.router.listRoutes>, base = ''): string[] {
    return routes.flatMap(({ path, methods, router }) =>
      router
        ? lines(router.listRoutes(), `${base}${path}`)
        : `${methods?.join(',')} ${base}${path}`,
    )
  }

  return app
}

export default program
