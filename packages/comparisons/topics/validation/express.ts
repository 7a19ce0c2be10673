import type { RequestHandler } from '@await-next/mini-express'
import { z } from 'zod'
import type { ExpressProgram } from '../../src/topic.ts'

const Signup = z.object({
  name: z.string().trim().min(1),
  age: z.coerce.number().int().min(18),
})

/** Refuses what does not fit, and leaves what does on res.locals. */
const valid =
  (schema: z.ZodType): RequestHandler =>
  (req, res, next) => {
    const { success, data, error } = schema.safeParse(req.body)
    if (!success) {
      res.status(422).json(z.flattenError(error).fieldErrors)
      return
    }
    res.locals['valid'] = data
    next()
  }

const program: ExpressProgram = (express) => {
  const app = express()

  app.post('/signup', express.json(), valid(Signup), function signup(_req, res) {
    res.status(201).json(res.locals['valid'])
  })

  return app
}

export default program
