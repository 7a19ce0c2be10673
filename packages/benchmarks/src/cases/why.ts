/**
 * Upstream's hello with one thing switched off at a time: what is saved is what that thing costs.
 *
 * The framework is the real one. Each switch goes by its public members, so that all else stays as it is, and the
 * answer has the same bytes.
 *
 * @module
 */
import { createServer, IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import type { HttpCase, Serving, Side, Text, Tools } from '../case.ts'
import { expressText, koaText, say } from '../raw.ts'
import { hello } from './hello.ts'

/** One thing that is switched off. */
export interface Switch {
  side: Side
  id: string
  title: Text
  work: HttpCase
}

// What is switched stands below the types of both: members of upstream that the minis need not have.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Any = any

function off(
  side: Side,
  id: string,
  title: Text,
  program: (tools: Tools) => Serving | RequestListener,
): Switch {
  const serving = (tools: Tools) => {
    const made = program(tools)
    return typeof made === 'function' && !('listen' in made)
      ? createServer(made)
      : (made as Serving)
  }
  const work: HttpCase = { ...hello, id: `why-${side}-${id}`, title, [side]: serving }
  return { side, id, title, work }
}

export const WHY: readonly Switch[] = [
  off(
    'express',
    'prototype',
    { en: 'changing the prototypes of req and res', zh: '改变 req 与 res 的原型' },
    (tools) => {
      const app: Any = hello.express(tools)
      class AppRequest extends IncomingMessage {}
      class AppResponse extends ServerResponse {}
      Object.setPrototypeOf(AppRequest.prototype, Object.getPrototypeOf(app.request))
      Object.setPrototypeOf(AppResponse.prototype, Object.getPrototypeOf(app.response))
      app.request = Object.assign(AppRequest.prototype, { app })
      app.response = Object.assign(AppResponse.prototype, { app })
      return createServer({ IncomingMessage: AppRequest, ServerResponse: AppResponse }, app)
    },
  ),
  off('express', 'router', { en: 'walking the layers', zh: '逐层遍历路由器' }, (tools) => {
    const app: Any = hello.express(tools)
    app.router.handle = (_req: Any, res: Any) => res.send('hello')
    return app
  }),
  off(
    'express',
    'etag',
    { en: 'hashing the body for its ETag', zh: '为 ETag 计算摘要' },
    (tools) => {
      const app: Any = hello.express(tools)
      const { ETag } = expressText('hello').headers
      app.set('etag', () => ETag)
      return app
    },
  ),
  off(
    'express',
    'send',
    {
      en: 'res.send: type, charset, length, ETag, freshness',
      zh: 'res.send：类型、字符集、长度、ETag、新鲜度',
    },
    ({ express }) => {
      const app = express()
      app.disable('x-powered-by')
      app.get('/', (_req, res) => say(res, expressText('hello')))
      return app
    },
  ),
  off(
    'express',
    'final-handler',
    { en: 'making a final handler that nobody needs', zh: '创建用不到的最终处理器' },
    (tools) => {
      const app: Any = hello.express(tools)
      const next = () => {}
      return (req, res) => app.handle(req, res, next)
    },
  ),
  off(
    'koa',
    'context',
    { en: 'making context, request and response', zh: '创建 context、request 与 response' },
    (tools) => {
      const app: Any = hello.koa(tools)
      const Born = {
        ctx: born(app.context),
        request: born(app.request),
        response: born(app.response),
      }
      app.createContext = (req: Any, res: Any) => {
        const [ctx, request, response] = [new Born.ctx(), new Born.request(), new Born.response()]
        ctx.request = request
        ctx.response = response
        return tieTogether(app, ctx, req, res)
      }
      return app
    },
  ),
  off(
    'koa',
    'body',
    { en: 'setting ctx.body and answering with it', zh: '设置 ctx.body 并据此回应' },
    ({ Koa }) => {
      const app = new Koa()
      const answer = koaText('hello')
      app.use((ctx) => {
        ctx.respond = false
        say(ctx.res, answer)
      })
      return app
    },
  ),
  off('koa', 'compose', { en: 'composing the stack', zh: 'compose 组合中间件' }, ({ Koa }) => {
    // One middleware needs no stack.
    const compose: Any = ([fn]: Any[]) => {
      return async (ctx: Any) => fn(ctx)
    }
    const app = new Koa({ compose })
    app.use((ctx) => {
      ctx.body = 'hello'
    })
    return app
  }),
  off(
    'koa',
    'on-finished',
    { en: 'listening for the end of each response', zh: '监听每个响应的结束' },
    (tools) => {
      const answer = (hello.koa(tools) as Any).callback()
      return (req, res) => {
        // What on-finished leaves on a response that it listens to already.
        Object.assign(res, { __onFinished: { queue: NOBODY } })
        answer(req, res)
      }
    },
  ),
]

const NOBODY = { push() {} }

/** A class whose instances inherit from an object, without asking V8 to make a prototype of it each time. */
function born(prototype: object): new () => Any {
  const Born = function Born() {} as unknown as new () => Any
  Born.prototype = prototype
  return Born
}

/** As upstream does it. @see koa/lib/application.js#createContext */
function tieTogether(app: Any, ctx: Any, req: Any, res: Any): Any {
  const { request, response } = ctx
  ctx.app = request.app = response.app = app
  ctx.req = request.req = response.req = req
  ctx.res = request.res = response.res = res
  request.ctx = response.ctx = ctx
  request.response = response
  response.request = request
  ctx.originalUrl = request.originalUrl = req.url
  ctx.state = {}
  return ctx
}
