import { createPool, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram<'mysql'> = async (Koa, { Router, koaBody, mysql }) => {
  const pool = createPool(mysql.url)
  await pool.query(
    'create table users (id int auto_increment primary key, name varchar(40) unique)',
  )

  const app = new Koa()
  const router = new Router()

  app.use(async function conflict(ctx, next) {
    try {
      await next()
    } catch (err) {
      if ((err as NodeJS.ErrnoException).code !== 'ER_DUP_ENTRY') throw err
      ctx.status = 409
      ctx.body = { error: 'already there' }
    }
  })
  app.use(koaBody())

  router.post('/users', async function create(ctx) {
    const { name } = ctx.request.body as { name: string }
    const [{ insertId }] = await pool.execute<ResultSetHeader>(
      'insert into users (name) values (?)',
      [name],
    )
    ctx.status = 201
    ctx.body = { id: insertId, name }
  })

  router.get('/users', async function find(ctx) {
    const [rows] = await pool.execute<RowDataPacket[]>('select * from users where name = ?', [
      String(ctx.query['name']),
    ])
    ctx.body = rows
  })

  router.post('/transfer', async function transfer(ctx) {
    const connection = await pool.getConnection()
    try {
      await connection.beginTransaction()
      await connection.query("update users set name = 'renamed' where name = 'Ada'")
      await connection.query("insert into users (name) values ('renamed')")
      await connection.commit()
      ctx.body = 'done'
    } catch (err) {
      await connection.rollback()
      throw err
    } finally {
      connection.release()
    }
  })

  app.use(router.routes())
  return { app, close: () => pool.end() }
}

export default program
