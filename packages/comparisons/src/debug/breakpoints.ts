/**
 * The lines worth stopping at: one list for `pnpm debug`, the debugger's menu and the tours.
 *
 * Each is anchored by the function it stands in and by a piece of its text, and is found anew in the file as it is
 * installed: a file that is gone, or a function that has moved away, is an error that names the entry.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readFunctions, type WatchedPackage } from '@await-next/tracer'
import blank from 'ts-blank-space'
import { loadSubject, type SubjectId } from '../subjects.ts'
import type { Text } from '../topic.ts'
import type { LoadedTopic } from '../topics.ts'
import { watchedPackages } from '../trace/packages.ts'

/** A line worth stopping at. */
export interface Breakpoint {
  /** Names it in messages: `koa: dispatch`. */
  name: string
  subject: SubjectId
  /** The package, and the file in it: `koa/lib/application.js`. */
  file: string
  /** The function, as a trace names it. */
  symbol: string
  /** What the line begins with; once in the function. */
  quote: string
  /** What there is to see. */
  text: Text
}

/** A breakpoint, found. */
export interface FoundBreakpoint extends Breakpoint {
  /** The real path of the file. */
  path: string
  /** Counted from one. */
  line: number
}

/** An anchor that no longer holds. */
export class AnchorError extends Error {
  override name = 'AnchorError'
}

/** In the order in which a request comes by. `onion` hits all of them. */
export const BREAKPOINTS: readonly Breakpoint[] = [
  {
    name: 'express: the app hands over',
    subject: 'express',
    file: 'express/lib/application.js',
    symbol: 'handle',
    quote: 'this.router.handle(req, res, done)',
    text: {
      en: 'An Express app is a router with settings: it hands the request over, and the final handler with it.',
      zh: 'Express 应用就是带设置的路由器：它把请求连同最终处理函数一起交给路由器。',
    },
  },
  {
    name: 'express: next',
    subject: 'express',
    file: 'router/index.js',
    symbol: 'next',
    quote: 'const path = getPathname(req)',
    text: {
      en: 'next() looks for the following layer that fits. It returns nothing that could be awaited.',
      zh: 'next() 寻找下一个匹配的层。它不返回任何可以 await 的东西。',
    },
  },
  {
    name: 'express: the handler is called',
    subject: 'express',
    file: 'router/lib/layer.js',
    symbol: 'handleRequest',
    quote: 'const ret = handlePromise(fn(req, res, next))',
    text: {
      en: 'The handler runs here. Of the promise it returns only the rejection is listened for.',
      zh: '处理函数在这里运行。对它返回的 promise，只监听拒绝。',
    },
  },
  {
    name: 'express: res.send',
    subject: 'express',
    file: 'express/lib/response.js',
    symbol: 'send',
    quote: 'switch (typeof chunk)',
    text: {
      en: 'A value becomes bytes as soon as the handler says so: the response leaves while outer handlers may be done long ago.',
      zh: '处理函数一声令下，值就变成字节：响应发出时，外层处理函数可能早已结束。',
    },
  },
  {
    name: 'mini-express: next',
    subject: 'mini-express',
    file: 'mini-express/src/router/dispatch.ts',
    symbol: 'Walk.next',
    quote: 'this.#leave()',
    text: {
      en: 'The walk leaves one layer and looks for the next. Compare with next in router/index.js.',
      zh: '离开一层，寻找下一层。可与 router/index.js 的 next 对照。',
    },
  },
  {
    name: 'mini-express: the layer is asked',
    subject: 'mini-express',
    file: 'mini-express/src/router/dispatch.ts',
    symbol: 'Walk.#accepts',
    quote: 'const { method } = this.#req',
    text: {
      en: 'A layer with a route takes only the methods it has handlers for.',
      zh: '带路由的层只接受它有处理函数的方法。',
    },
  },
  {
    name: 'mini-express: the handler is called',
    subject: 'mini-express',
    file: 'mini-express/src/router/layer.ts',
    symbol: 'Layer.handleRequest',
    quote: 'forwardRejection(fn(req, res, next), next)',
    text: {
      en: 'The handler runs here; a rejection goes on to next(err).',
      zh: '处理函数在这里运行；拒绝会传给 next(err)。',
    },
  },
  {
    name: 'mini-express: res.send',
    subject: 'mini-express',
    file: 'mini-express/src/send.ts',
    symbol: 'send',
    quote: 'if (makeETag) stampETag(',
    text: {
      en: 'A long pipeline in named stages: serialize, encode, length, ETag, strip, end.',
      zh: '一条分成若干命名阶段的流水线：序列化、编码、长度、ETag、剥离、结束。',
    },
  },
  {
    name: 'koa: the request comes in',
    subject: 'koa',
    file: 'koa/lib/application.js',
    symbol: 'Application.handleRequest',
    quote: 'res.statusCode = 404',
    text: {
      en: 'Nobody has answered yet: 404, until somebody sets a body or a status.',
      zh: '还没有人应答：先是 404，直到有人设置 body 或 status。',
    },
  },
  {
    name: 'koa: dispatch',
    subject: 'koa',
    file: 'koa-compose/index.js',
    symbol: 'dispatch',
    quote: 'index = i',
    text: {
      en: 'The whole onion: what next() returns is the promise of everything further in.',
      zh: '整个洋葱都在这里：next() 返回的是内层全部工作的 promise。',
    },
  },
  {
    name: 'koa: respond',
    subject: 'koa',
    file: 'koa/lib/application.js',
    symbol: 'respond',
    quote: 'let body = ctx.body',
    text: {
      en: 'Only now, with the outermost promise settled, does the body become bytes.',
      zh: '直到最外层的 promise 完成，body 才在这里变成字节。',
    },
  },
  {
    name: 'mini-koa: the request comes in',
    subject: 'mini-koa',
    file: 'mini-koa/src/application.ts',
    symbol: 'Application.handleRequest',
    quote: 'ctx.res.statusCode = 404',
    text: {
      en: 'Nobody has answered yet: 404, as in upstream’s handleRequest.',
      zh: '还没有人应答：与上游的 handleRequest 一样，先是 404。',
    },
  },
  {
    name: 'mini-koa: dispatch',
    subject: 'mini-koa',
    file: 'mini-koa/src/compose.ts',
    symbol: 'dispatch',
    quote: 'index = i',
    text: {
      en: 'Line for line what koa-compose does: enter the middleware at i, with dispatch(i + 1) for its next.',
      zh: '与 koa-compose 逐行对应：进入第 i 个中间件，并把 dispatch(i + 1) 作为它的 next。',
    },
  },
  {
    name: 'mini-koa: respond',
    subject: 'mini-koa',
    file: 'mini-koa/src/respond.ts',
    symbol: 'respond',
    quote: 'if (!ctx.writable)',
    text: {
      en: 'Only now, with the outermost promise settled, does the body become bytes.',
      zh: '直到最外层的 promise 完成，body 才在这里变成字节。',
    },
  },
]

/** The breakpoints of a subject, found in its files. */
export async function findBreakpoints(
  subject: SubjectId,
  topic: LoadedTopic,
  breakpoints: readonly Breakpoint[] = BREAKPOINTS,
): Promise<FoundBreakpoint[]> {
  const packages = watchedPackages((await loadSubject(subject)).provenance, topic)
  return breakpoints.filter((one) => one.subject === subject).map((one) => find(one, packages))
}

/**
 * Finds a breakpoint.
 *
 * @throws {@link AnchorError} with the entry's name when its file, its function or its line is not there.
 */
function find(breakpoint: Breakpoint, packages: readonly WatchedPackage[]): FoundBreakpoint {
  const { name, file, symbol, quote } = breakpoint
  const fail = (problem: string): never => {
    throw new AnchorError(`The breakpoint "${name}" has lost its place: ${problem}.`)
  }
  const owner = packages.find((one) => file.startsWith(`${one.name}/`))
  if (!owner) return fail(`${file} is in no package of the subject`)
  const found = path.join(owner.folder, file.slice(owner.name.length + 1))
  const text = read(found) ?? fail(`there is no file ${file}`)
  const { functions } = readFunctions(
    file.endsWith('.ts') ? blank(text) : text,
    file.endsWith('.ts'),
  )
  const own = functions.filter((fn) => fn.name === symbol)
  if (own.length === 0) return fail(`${file} has no function ${symbol}`)
  const lines = own.flatMap(({ start, end }) => linesOf(text, start, end, quote))
  if (lines.length !== 1) {
    return fail(`"${quote}" begins ${lines.length} lines of ${symbol} in ${file}`)
  }
  return { ...breakpoint, path: found, line: lines[0] as number }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** The lines of a stretch of text that begin with a quote, counted from one. */
function linesOf(text: string, start: number, end: number, quote: string): number[] {
  const first = text.slice(0, start).split('\n').length
  return text
    .slice(start, end)
    .split('\n')
    .flatMap((line, at) => (line.trim().startsWith(quote) ? [first + at] : []))
}
