import type { ErrorRequestHandler } from '@await-next/mini-express'
import { MongoClient } from 'mongodb'
import type { ExpressProgram } from '../../src/topic.ts'

interface Book {
  isbn: string
  title: string
  pages: number
}

const program: ExpressProgram<'mongodb'> = async (express, { mongodb }) => {
  const client = await new MongoClient(mongodb.url).connect()
  const books = client.db().collection<Book>('books')
  await books.createIndex({ isbn: 1 }, { unique: true })

  const app = express()
  app.use(express.json())

  app.post('/books', async function add(req, res) {
    const { isbn, title, pages } = req.body
    await books.insertOne({ isbn: String(isbn), title: String(title), pages: Number(pages) })
    res.status(201).end()
  })

  app.get('/books', async function list(req, res) {
    const least = Number(req.query['pages'] ?? 0)
    const found = books.find({ pages: { $gte: least } }, { projection: { _id: 0 } })
    res.json(await found.sort({ title: 1 }).toArray())
  })

  const conflict: ErrorRequestHandler = (err, _req, res, next) => {
    if (err.code === 11000) res.status(409).send('already there')
    else next(err)
  }
  app.use(conflict)

  return { app, close: () => client.close() }
}

export default program
