/** What the compiler knows of body parsers, ours and those of `@types`; read by `tsc`, not run. */
import { createServer } from 'node:http'
import foreignParser from 'body-parser'
import { expectTypeOf } from 'expect-type'
import foreignExpress from 'express'
import express from '../index.ts'
import bodyParser, { type BodyParser, json, raw, text, urlencoded } from './index.ts'

expectTypeOf(express.json).toEqualTypeOf(json)
expectTypeOf(bodyParser.urlencoded).toEqualTypeOf(urlencoded)
expectTypeOf(json()).toEqualTypeOf<BodyParser>()
expectTypeOf(bodyParser).returns.toBeNever()

// Ours in ours, before a route and in it; the body is what it is.
express()
  .use(json({ limit: '1mb' }), urlencoded({ extended: true }))
  .use('/raw', raw(), text({ defaultCharset: 'koi8-r' }))
  .post('/:id', json({ type: ['json', '+json'] }), (req, res) => {
    expectTypeOf(req.params).toEqualTypeOf<{ id: string }>()
    expectTypeOf(req.body).toBeAny()
    res.json(req.body)
  })

// Ours in Express's, and Express's and body-parser's in ours.
foreignExpress()
  .use(json(), [raw(), text()])
  .post('/:id', urlencoded({ extended: false }))
express().use(foreignExpress.json(), foreignParser.text()).post('/:id', foreignParser.raw())

// Ours take the place of theirs, and whatever options theirs take.
expectTypeOf(json).toExtend<typeof foreignParser.json>()
expectTypeOf(raw).toExtend<typeof foreignParser.raw>()
expectTypeOf(text).toExtend<typeof foreignParser.text>()
expectTypeOf(urlencoded).toExtend<typeof foreignParser.urlencoded>()
expectTypeOf(bodyParser).toExtend<typeof foreignParser>()
expectTypeOf(json).toExtend<typeof foreignExpress.json>()

// Without a framework.
createServer((req, res) => json()(req, res, () => res.end()))

json({
  verify: (req, res, bytes, charset) => {
    expectTypeOf(req.method).toEqualTypeOf<string | undefined>()
    expectTypeOf(res.statusCode).toBeNumber()
    expectTypeOf(bytes).toEqualTypeOf<Buffer>()
    expectTypeOf(charset).toBeString()
  },
})

// @ts-expect-error: what is not text has no charset
raw({ defaultCharset: 'utf-8' })

// @ts-expect-error: only `urlencoded` has this option
json({ extended: true })

// @ts-expect-error: a size, or a number of bytes
text({ limit: true })
