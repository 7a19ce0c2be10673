import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app
    .route('/notes')
    .get(function list(_req, res) {
      res.send('all notes')
    })
    .post(function create(_req, res) {
      res.sendStatus(201)
    })

  app
    .route('/strict')
    .get(function strict(_req, res) {
      res.send('strict')
    })
    .all(function notAllowed(_req, res) {
      res.set('Allow', 'GET, HEAD').sendStatus(405)
    })

  return app
}

export default program
