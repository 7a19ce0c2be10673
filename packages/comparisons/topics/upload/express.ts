import { rm } from 'node:fs/promises'
import type { ErrorRequestHandler } from '@await-next/mini-express'
import multer from 'multer'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram<'folder'> = (express, { folder }) => {
  const app = express()
  const upload = multer({ dest: folder, limits: { fileSize: 1000 } })

  app.post('/one', upload.single('photo'), async function one(req, res) {
    if (!req.file) {
      res.status(400).send('no file')
      return
    }
    const { originalname, mimetype, size, path } = req.file
    await rm(path) // where a real app would keep it
    res.json({ title: req.body.title, originalname, mimetype, size })
  })

  app.post('/many', upload.array('photos', 3), async function many(req, res) {
    const files = req.files as Express.Multer.File[]
    await Promise.all(files.map(({ path }) => rm(path)))
    res.json(files.map(({ originalname, size }) => `${originalname}: ${size}`))
  })

  const tooLarge: ErrorRequestHandler = (err, _req, res, next) => {
    if (err.code === 'LIMIT_FILE_SIZE') res.status(413).send(err.message)
    else next(err)
  }
  app.use(tooLarge)

  return app
}

export default program
