import { EventEmitter, once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { NextFunction, Request, Response } from '@await-next/mini-express'
import type { ExpressProgram } from '../../src/topic.ts'

const files = path.join(import.meta.dirname, 'files')

const program: ExpressProgram<'folder'> = async (express, { folder }) => {
  await writeFile(path.join(folder, 'large.bin'), Buffer.alloc(16 * 2 ** 20))

  const app = express()
  const downloads = new EventEmitter()
  const ending = once(downloads, 'large.bin')

  app.get('/report', function report(_req, res) {
    const headers = { 'X-Rows': '1', 'Content-Disposition': 'inline' }
    res.download(path.join(files, 'report.csv'), '报告.csv', { headers })
  })

  app.get('/data', function data(_req, res) {
    res.attachment('data.json').send('{"a":1}')
  })

  app.get('/files/:name', function file(req, res) {
    const root = req.params.name === 'large.bin' ? folder : files
    res.download(req.params.name, { root }, (err) => {
      downloads.emit(req.params.name, err ? 'broken off' : 'sent')
      if (err && !res.headersSent) res.status(404).send('no such file')
    })
  })

  app.get('/passed-on/:name', function passedOn(req, res) {
    res.download(path.join(files, req.params.name))
  })

  app.get('/ending', async function tell(_req, res) {
    res.send((await ending).join())
  })

  app.use(function onError(err: HttpError, _req: Request, res: Response, _next: NextFunction) {
    res.status(err.status).send(err.code)
  })

  return app
}

interface HttpError extends NodeJS.ErrnoException {
  status: number
}

export default program
