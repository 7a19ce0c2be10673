/**
 * The mutants: each breaks one thing that a reader could think unimportant.
 *
 * @module
 */
import type { Text } from '../topic.ts'

/** One change to one file of a mini. */
export interface Mutant {
  id: string
  mini: 'mini-express' | 'mini-koa'
  /** Below the mini's `src`. */
  file: string
  /** Stands exactly once in the file. */
  find: string
  replace: string
  /** What was broken. */
  breaks: Text
}

const compose = { mini: 'mini-koa', file: 'compose.ts' } as const
const dispatch = { mini: 'mini-express', file: 'router/dispatch.ts' } as const
const layer = { mini: 'mini-express', file: 'router/layer.ts' } as const
const candidates = { mini: 'mini-express', file: 'router/candidates.ts' } as const

/** All mutants, each noticed by at least one topic or test. */
export const mutants: readonly Mutant[] = [
  {
    ...compose,
    id: 'compose-forgets-index',
    find: '      index = i\n',
    replace: '',
    breaks: { en: 'compose forgets how far it has come', zh: 'compose 忘记已经走了多远' },
  },
  {
    ...compose,
    id: 'compose-shares-index',
    find: '  return function composed(ctx, next) {\n    /** How far in this run has come. A `next` that leads no further has been called before. */\n    let index = -1\n',
    replace: '  let index = -1\n  return function composed(ctx, next) {\n',
    breaks: { en: 'all requests share one index', zh: '所有请求共用一个索引' },
  },
  {
    ...compose,
    id: 'compose-throws-instead',
    find: "return Promise.reject(new Error('next() called multiple times'))",
    replace: "throw new Error('next() called multiple times')",
    breaks: {
      en: 'a second next() throws instead of rejecting',
      zh: '第二次 next() 直接抛出而不是拒绝',
    },
  },
  {
    ...compose,
    id: 'compose-lets-throws-out',
    find: 'return Promise.reject(err)',
    replace: 'throw err',
    breaks: {
      en: 'what a middleware throws at once is no rejection',
      zh: '中间件同步抛出的错误没有变成拒绝',
    },
  },
  {
    ...compose,
    id: 'compose-does-not-wait',
    find: 'dispatch.bind(null, i + 1)',
    replace: '() => { dispatch(i + 1); return undefined as never }',
    breaks: {
      en: 'next() returns nothing, as in Express',
      zh: 'next() 什么也不返回，如同 Express',
    },
  },
  {
    ...compose,
    id: 'compose-ends-early',
    find: 'i === stack.length ? next : stack[i]',
    replace: 'stack[i]',
    breaks: { en: 'the next that was passed in is never called', zh: '传入的 next 从未被调用' },
  },
  {
    mini: 'mini-koa',
    file: 'application.ts',
    id: 'koa-starts-with-200',
    find: '    ctx.res.statusCode = 404\n',
    replace: '',
    breaks: { en: 'a response nobody touched is 200', zh: '没有人处理的响应是 200' },
  },
  {
    mini: 'mini-koa',
    file: 'respond.ts',
    id: 'koa-answers-twice',
    find: '  if (ctx.respond === false) return\n',
    replace: '',
    breaks: { en: 'ctx.respond = false is ignored', zh: '忽略 ctx.respond = false' },
  },
  {
    ...dispatch,
    id: 'express-keeps-mounted-url',
    find: '      req.url = this.#origin + this.#removed + req.url.slice(this.#origin.length)\n',
    replace: '',
    breaks: { en: 'req.url is not restored after a mount', zh: '离开挂载点后没有恢复 req.url' },
  },
  {
    ...dispatch,
    id: 'express-keeps-added-slash',
    find: '        req.url = req.url.slice(1)\n',
    replace: '',
    breaks: { en: 'the slash added for a mount stays', zh: '为挂载点添加的斜杠没有去掉' },
  },
  {
    ...dispatch,
    id: 'express-routes-take-errors',
    find: '    if (error) return false\n',
    replace: '',
    breaks: { en: 'routes are entered with an error pending', zh: '有未处理错误时仍进入路由' },
  },
  {
    ...dispatch,
    id: 'express-never-rests',
    find: 'else if (++this.#sync > SYNC_LIMIT) setImmediate(this.next, err)\n',
    replace: '\n',
    breaks: { en: 'a long walk never leaves the call stack', zh: '长遍历从不离开调用栈' },
  },
  {
    ...dispatch,
    id: 'express-forgets-outer-params',
    find: '    req.params = params\n',
    replace: '',
    breaks: { en: 'a router does not give back req.params', zh: '路由器没有归还 req.params' },
  },
  {
    ...layer,
    id: 'express-three-arguments',
    find: 'fn(error, req, res, next)',
    replace: '(fn as unknown as RequestHandler)(req, res, next)',
    breaks: {
      en: 'error handlers are called with three arguments',
      zh: '用三个参数调用错误处理函数',
    },
  },
  {
    ...layer,
    id: 'express-drops-rejections',
    find: 'forwardRejection(fn(req, res, next), next)',
    replace: 'fn(req, res, next)',
    breaks: { en: 'rejected promises are nobody’s business', zh: '没有人理会被拒绝的 promise' },
  },
  {
    ...layer,
    id: 'express-blames-itself',
    find: '      statusCode: 400,\n      status: 400,\n',
    replace: '',
    breaks: { en: 'a broken escape is a 500', zh: '错误的转义变成 500' },
  },
  {
    mini: 'mini-koa',
    file: 'body/multipart.ts',
    id: 'koa-body-leaves-files',
    find: '    await Promise.all(this.#openers)\n',
    replace: '',
    breaks: {
      en: 'a file that is being opened when its form fails stays on the disk',
      zh: '表单失败时正在打开的文件留在了磁盘上',
    },
  },
  {
    mini: 'mini-koa',
    file: 'body/json.ts',
    id: 'koa-body-takes-prototypes',
    find: "import { parse as parseSafely } from '@hapi/bourne'\n",
    replace: 'const parseSafely = JSON.parse\n',
    breaks: { en: 'JSON may hold __proto__', zh: 'JSON 可以包含 __proto__' },
  },
  {
    mini: 'mini-koa',
    file: 'body/read.ts',
    id: 'koa-body-counts-on-the-wire',
    find: 'return await getBody(stream, options)',
    replace:
      "return await getBody(stream, { ...options, length: req.headers['content-length'] ?? null })",
    breaks: {
      en: 'what is inflated must be as long as what came over the wire',
      zh: '解压后的长度必须等于传输的长度',
    },
  },
  {
    mini: 'mini-koa',
    file: 'body/read.ts',
    id: 'koa-body-blames-itself',
    find: '    err.status = 400\n',
    replace: '',
    breaks: { en: 'a malformed body is a 500', zh: '格式错误的请求体变成 500' },
  },
  {
    ...candidates,
    id: 'express-searches-by-capitals',
    find: 'path.toLowerCase().split',
    replace: 'path.split',
    breaks: { en: 'a path in capitals finds no layer', zh: '大写的路径找不到任何层' },
  },
  {
    ...candidates,
    id: 'express-searches-once',
    find: 'candidates !== this.#candidates || path !== this.#path',
    replace: 'candidates !== this.#candidates',
    breaks: {
      en: 'a rewritten req.url meets the layers of the old one',
      zh: '改写 req.url 后仍按旧路径查找层',
    },
  },
  {
    ...candidates,
    id: 'express-overlooks-late-layers',
    find: '    defineProperty: (layers, place, descriptor) => {\n      this.#candidates = undefined\n',
    replace: '    defineProperty: (layers, place, descriptor) => {\n',
    breaks: {
      en: 'layers that come after the first request are never asked',
      zh: '第一个请求之后加入的层从不被询问',
    },
  },
]
