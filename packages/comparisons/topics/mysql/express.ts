import type { ErrorRequestHandler } from '@await-next/mini-express'
import { createPool, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram<'mysql'> = async (express, { mysql }) => {
  const pool = createPool(mysql.url)
  await pool.query(
    'create table users (id int auto_increment primary key, name varchar(40) unique)',
  )

  const app = express()
  app.use(express.json())

  app.post('/users', async function create(req, res) {
    const [{ insertId }] = await pool.execute<ResultSetHeader>(
      'insert into users (name) values (?)',
      [req.body.name],
    )
    res.status(201).json({ id: insertId, name: req.body.name })
  })

  app.get('/users', async function find(req, res) {
    const [rows] = await pool.execute<RowDataPacket[]>('select * from users where name = ?', [
      String(req.query['name']),
    ])
    res.json(rows)
  })

  app.post('/transfer', async function transfer(_req, res) {
    const connection = await pool.getConnection()
    try {
      await connection.beginTransaction()
      await connection.query("update users set name = 'renamed' where name = 'Ada'")
      await connection.query("insert into users (name) values ('renamed')")
      await connection.commit()
      res.send('done')
    } catch (err) {
      await connection.rollback()
      throw err
    } finally {
      connection.release()
    }
  })

  const conflict: ErrorRequestHandler = (err, _req, res, next) => {
    if (err.code === 'ER_DUP_ENTRY') res.status(409).json({ error: 'already there' })
    else next(err)
  }
  app.use(conflict)

  return { app, close: () => pool.end() }
}

export default program
