import express from '@await-next/mini-express'

const app = express()
// ---cut---
app.get('/users/:id{/:tab}', (req, res) => {
  const { id, tab } = req.params
  //      ^?

  res.send({ id, tab })
})

// @ts-expect-error: the path is wrong, and the compiler says how to write it
app.get('/users/:id?', (_req, res) => res.send('never'))
