import { MongoClient } from 'mongodb'
import type { KoaProgram } from '../../src/topic.ts'

interface Book {
  isbn: string
  title: string
  pages: number
}

const program: KoaProgram<'mongodb'> = async (Koa, { Router, koaBody, mongodb }) => {
  const client = await new MongoClient(mongodb.url).connect()
  const books = client.db().collection<Book>('books')
  await books.createIndex({ isbn: 1 }, { unique: true })

  const app = new Koa()
  const router = new Router()

  app.use(async function conflict(ctx, next) {
    try {
      await next()
    } catch (err) {
      if ((err as { code?: unknown }).code !== 11000) throw err
      ctx.status = 409
      ctx.body = 'already there'
    }
  })

  router.post('/books', koaBody(), async function add(ctx) {
    const { isbn, title, pages } = ctx.request.body as unknown as Book
    await books.insertOne({ isbn: String(isbn), title: String(title), pages: Number(pages) })
    ctx.status = 201
  })

  router.get('/books', async function list(ctx) {
    const least = Number(ctx.query['pages'] ?? 0)
    const found = books.find({ pages: { $gte: least } }, { projection: { _id: 0 } })
    ctx.body = await found.sort({ title: 1 }).toArray()
  })

  app.use(router.routes())
  return { app, close: () => client.close() }
}

export default program
