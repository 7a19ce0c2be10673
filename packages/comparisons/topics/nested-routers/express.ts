import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  const posts = express.Router({ mergeParams: true })
  const forgetful = express.Router()

  posts.get('/:post', function post(req, res) {
    res.json(req.params)
  })

  forgetful.get('/:post', function alone(req, res) {
    res.json(req.params)
  })

  app.use('/forums/:forum/posts', posts)
  app.use('/forums/:forum/drafts', forgetful)
  return app
}

export default program
