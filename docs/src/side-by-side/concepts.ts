/**
 * The concepts that are laid side by side: which code each subject has for one, and what to look at.
 *
 * Code is named by file and symbol, as in our `@upstream` tags, and read when the site is built.
 *
 * @module
 */
import type { SubjectId } from '@await-next/comparisons'

type Text = Readonly<Record<'en' | 'zh', string>>

/** One concept. */
export interface Concept {
  /** In the page's address. */
  id: string
  title: Text
  /** What to look at. */
  look: Text
  /** For each subject the addresses of its code, in the order in which they are best read. */
  code: Readonly<Record<SubjectId, readonly string[]>>
  /** What the code of one subject does not say by itself. */
  notes?: Partial<Record<SubjectId, Text>>
}

/** In the order in which a request meets them. */
export const concepts: readonly Concept[] = [
  {
    id: 'making-an-app',
    title: { en: 'Making an app', zh: '创建应用' },
    look: {
      en: 'An Express app is a function: you can hand it to Node’s server, or mount it, as it stands. Everything else is mixed into that function. A Koa app is an object; only `callback()` makes a function of it, and composes the stack at that moment. Both derive prototypes for the request and the response, so that what you add to one app stays in that app.',
      zh: 'Express 的应用就是一个函数：可以直接交给 Node 的服务器，也可以直接挂载，其余的一切都混入到这个函数上。Koa 的应用是一个对象，调用 `callback()` 才得到函数，中间件栈也在那一刻组合完成。两者都为请求和响应派生出自己的原型，所以加在一个应用上的东西只属于这个应用。',
    },
    code: {
      express: ['express/lib/express.js#createApplication', 'express/lib/application.js#app.init'],
      'mini-express': [
        'mini-express/src/express.ts#express',
        'mini-express/src/express.ts#giveMessages',
        'mini-express/src/application.ts#application.init',
      ],
      koa: ['koa/lib/application.js#Application.constructor', 'koa/lib/application.js#callback'],
      'mini-koa': [
        'mini-koa/src/application.ts#Application.constructor',
        'mini-koa/src/application.ts#callback',
      ],
    },
    notes: {
      'mini-express': {
        en: 'The two classes are there for speed: messages that are born with the right prototype need no change of it.',
        zh: '这两个类是为了速度：消息一出生就带着正确的原型，便不必再改。',
      },
    },
  },
  {
    id: 'use',
    title: { en: 'use', zh: 'use：注册中间件' },
    look: {
      en: 'Koa’s `use` is one `push`: a middleware has no path, and runs for every request. Express’s first argument may be a path, handlers may come as arrays of arrays, and one that is itself an app is mounted. The router below makes one layer of each.',
      zh: 'Koa 的 `use` 只是一次 `push`：中间件没有路径，对每个请求都运行。Express 的第一个参数可以是路径，处理函数可以是层层嵌套的数组，其中如果有应用，就把它挂载上去；底下的路由器再把每个函数变成一个 layer。',
    },
    code: {
      express: ['express/lib/application.js#app.use', 'router/index.js#Router.prototype.use'],
      'mini-express': [
        'mini-express/src/application.ts#application.use',
        'mini-express/src/router/index.ts#readUseArguments',
        'mini-express/src/router/index.ts#use',
      ],
      koa: ['koa/lib/application.js#use'],
      'mini-koa': ['mini-koa/src/application.ts#use'],
    },
  },
  {
    id: 'running-the-stack',
    title: { en: 'Running the stack', zh: '运行中间件栈' },
    look: {
      en: 'The heart of both. Express keeps one index for the whole walk: `next` looks for the following layer that fits, calls it, and returns nothing. Koa makes a `next` for each middleware, bound to the place after it, and each call returns the promise of everything further in. That return value is the difference between the two frameworks.',
      zh: '两个框架的核心。Express 整趟只用一个索引：`next` 找到下一个匹配的 layer，调用它，然后什么也不返回。Koa 为每个中间件做一个 `next`，绑定在它后面的位置上，每次调用都返回内层全部工作的 promise。这个返回值，就是两个框架的差别。',
    },
    code: {
      express: ['router/index.js#Router.prototype.handle'],
      'mini-express': [
        'mini-express/src/router/dispatch.ts#dispatch',
        'mini-express/src/router/dispatch.ts#Walk',
      ],
      koa: ['koa-compose/index.js#compose', 'koa-compose/index.js#flatten'],
      'mini-koa': ['mini-koa/src/compose.ts#compose', 'mini-koa/src/compose.ts#flatten'],
    },
  },
  {
    id: 'one-step',
    title: { en: 'One step', zh: '走一步' },
    look: {
      en: 'What happens when one function is called. Express looks at how many parameters it has: four make it an error handler. What it throws goes to `next`, and since version 5 so does the rejection of a promise that it returns; that the promise fulfils is of no interest. Koa turns everything into a promise, and a second call of the same `next` into a rejection.',
      zh: '调用一个函数时发生了什么。Express 看它有几个参数：四个就是错误处理函数。它抛出的错误交给 `next`；从第 5 版起，它返回的 promise 如果被拒绝，也交给 `next`，如果成功则不理会。Koa 把一切都变成 promise，同一个 `next` 调用第二次则变成一次拒绝。',
    },
    code: {
      express: [
        'router/lib/layer.js#Layer.prototype.handleRequest',
        'router/lib/layer.js#Layer.prototype.handleError',
        'router/lib/layer.js#handlePromise',
      ],
      'mini-express': [
        'mini-express/src/router/layer.ts#Layer.handleRequest',
        'mini-express/src/router/layer.ts#Layer.handleError',
        'mini-express/src/router/promise.ts#forwardRejection',
      ],
      koa: ['koa-compose/index.js#dispatch'],
      'mini-koa': ['mini-koa/src/compose.ts#dispatch'],
    },
  },
  {
    id: 'the-context',
    title: { en: 'What a handler gets', zh: '处理函数拿到什么' },
    look: {
      en: 'Express hands on Node’s own request and response, after giving them another prototype. Koa leaves Node’s objects alone and wraps them: a request, a response, and a context that speaks for both. The long tables are that speech: each name on `ctx`, and which of the two answers.',
      zh: 'Express 交给处理函数的就是 Node 自己的请求和响应，只是换了原型。Koa 不动 Node 的对象，而是包一层：一个 request、一个 response，以及替两者说话的 context。那些长长的表就是代言的内容：`ctx` 上的每个名字，分别由谁来回答。',
    },
    code: {
      express: ['express/lib/application.js#app.handle'],
      'mini-express': [
        'mini-express/src/application.ts#application.handle',
        'mini-express/src/application.ts#adopt',
        'mini-express/src/application.ts#growRequest',
      ],
      koa: [
        'koa/lib/application.js#createContext',
        "koa/lib/context.js#delegate(proto, 'response')",
        "koa/lib/context.js#delegate(proto, 'request')",
      ],
      'mini-koa': [
        'mini-koa/src/application.ts#createContext',
        'mini-koa/src/context.ts#ofResponse',
        'mini-koa/src/context.ts#ofRequest',
      ],
    },
  },
  {
    id: 'answering',
    title: { en: 'Answering', zh: '应答' },
    look: {
      en: '`res.send` writes at once: type, length, tag and bytes, in one go. `ctx.body = …` only remembers the value and what follows from it; when every middleware has settled, `respond` writes what is left there. So in Koa an outer middleware may still change the answer, and in Express it may not.',
      zh: '`res.send` 立即写出：类型、长度、标签和字节一气呵成。`ctx.body = …` 只是记住这个值以及由它推出的东西；等所有中间件都完成之后，`respond` 才写出留在那里的内容。所以在 Koa 里外层中间件还能修改应答，在 Express 里则不能。',
    },
    code: {
      express: ['express/lib/response.js#res.send'],
      'mini-express': [
        'mini-express/src/send.ts#send',
        'mini-express/src/send.ts#serialize',
        'mini-express/src/send.ts#strip',
        'mini-express/src/send.ts#end',
      ],
      koa: ['koa/lib/response.js#body', 'koa/lib/application.js#respond'],
      'mini-koa': [
        'mini-koa/src/body-kinds.ts#KINDS',
        'mini-koa/src/body-kinds.ts#assignBody',
        'mini-koa/src/respond.ts#respond',
        'mini-koa/src/respond.ts#write',
      ],
    },
  },
  {
    id: 'errors',
    title: { en: 'Errors', zh: '错误' },
    look: {
      en: 'The last resort, when nobody took the error. Express’s is a function of its own, which has never heard of Express; it tells the stack unless the environment is `production`. Koa’s is a method of the context: it emits `error` on the app first, then starts the answer over, and tells the message only if the error says that it may be exposed.',
      zh: '没有人处理错误时的最后一站。Express 用的是一个独立的函数，它根本不知道 Express 的存在；只要环境不是 `production`，就会把调用栈告诉客户端。Koa 用的是 context 的一个方法：先在应用上触发 `error` 事件，再把应答推倒重来，并且只有错误声明可以公开时才说出它的消息。',
    },
    code: {
      express: ['finalhandler/index.js#finalhandler', 'finalhandler/index.js#getErrorMessage'],
      'mini-express': [
        'mini-express/src/final-handler.ts#finalHandler',
        'mini-express/src/final-handler.ts#endingOf',
        'mini-express/src/final-handler.ts#messageOf',
      ],
      koa: ['koa/lib/context.js#onerror', 'koa/lib/application.js#onerror'],
      'mini-koa': [
        'mini-koa/src/context.ts#Context.onerror',
        'mini-koa/src/context.ts#startOver',
        'mini-koa/src/context.ts#answer',
        'mini-koa/src/application.ts#onerror',
      ],
    },
  },
  {
    id: 'routing',
    title: { en: 'Routing', zh: '路由' },
    look: {
      en: "Express’s router walks: it asks one layer after another whether the path fits, and a route is a small walk inside. Koa’s router first collects all layers that match, then makes one stack of them and runs that with `compose`. The first can be left in the middle with `next('route')`; the second knows before it begins which handlers there will be.",
      zh: "Express 的路由器边走边问：一个 layer 接一个 layer 地看路径是否匹配，一条 route 又是里面的一小段路。Koa 的路由器先收集所有匹配的 layer，再把它们做成一个栈，交给 `compose` 运行。前者可以用 `next('route')` 中途离开；后者在开始之前就知道会有哪些处理函数。",
    },
    code: {
      express: [
        'router/lib/layer.js#Layer.prototype.match',
        'router/lib/route.js#Route.prototype.dispatch',
      ],
      'mini-express': [
        'mini-express/src/router/layer.ts#Layer.match',
        'mini-express/src/router/dispatch.ts#dispatchRoute',
        'mini-express/src/router/dispatch.ts#RouteWalk',
      ],
      koa: [
        '@koa/router/dist/index.mjs#RouterImplementation.match',
        '@koa/router/dist/index.mjs#RouterImplementation.middleware',
        '@koa/router/dist/index.mjs#_buildMiddlewareChain',
      ],
      'mini-koa': [
        'mini-koa/src/router/index.ts#match',
        'mini-koa/src/router/dispatch.ts#dispatch',
        'mini-koa/src/router/dispatch.ts#entering',
      ],
    },
    notes: {
      koa: {
        en: 'Koa has no router. This is `@koa/router`, as its package has it: compiled to JavaScript.',
        zh: 'Koa 本身没有路由器。这是 `@koa/router`，取自它的安装包，已编译成 JavaScript。',
      },
    },
  },
  {
    id: 'bodies',
    title: { en: 'Reading bodies', zh: '读取正文' },
    look: {
      en: 'Express’s parsers are one middleware for each kind of body, each with a callback at the end. `koa-body` is one middleware for all of them that awaits the parser it has chosen, and goes on only then. Both leave a body alone whose type they were not told to read.',
      zh: 'Express 的解析器是每种正文一个中间件，各自以回调收尾。`koa-body` 用一个中间件管所有种类：选好解析器，`await` 它，然后才继续。类型不在设定之内的正文，两者都不碰。',
    },
    code: {
      express: ['body-parser/lib/types/json.js#json', 'body-parser/lib/read.js#read'],
      'mini-express': ['mini-express/src/body/json.ts#json', 'mini-express/src/body/read.ts#read'],
      koa: ['koa-body/dist/esm/index.js#koaBody', 'co-body/lib/json.js#module.exports'],
      'mini-koa': [
        'mini-koa/src/body/index.ts#koaBody',
        'mini-koa/src/body/index.ts#kindOf',
        'mini-koa/src/body/read.ts#read',
      ],
    },
    notes: {
      koa: {
        en: 'Koa reads no bodies. This is `koa-body`, and `co-body`, which does the reading for it.',
        zh: 'Koa 本身不读正文。这是 `koa-body`，以及真正替它读取的 `co-body`。',
      },
    },
  },
  {
    id: 'mounting',
    title: { en: 'Mounting', zh: '挂载' },
    look: {
      en: 'An Express app in an Express app: the path comes off `req.url` on the way in and goes back on the way out, the messages change their prototype and change it back, and the settings of the inner app inherit those of the outer. Koa has nothing of the kind; a nested router is copied, layer by layer, with the path put in front.',
      zh: '把一个 Express 应用放进另一个：进去时从 `req.url` 上取下路径，出来时放回去；消息的原型换过去，再换回来；内层应用的设置继承外层的。Koa 没有这样的东西；嵌套的路由器是一层一层复制过来的，前面加上路径。',
    },
    code: {
      express: [
        'express/lib/application.js#mounted_app',
        'express/lib/application.js#onmount',
        'router/index.js#Router.prototype.handle.trimPrefix',
      ],
      'mini-express': [
        'mini-express/src/application.ts#mount',
        'mini-express/src/application.ts#inherit',
        'mini-express/src/router/dispatch.ts#Walk.#trim',
      ],
      koa: ['@koa/router/dist/index.mjs#_mountNestedRouter', 'koa-mount/index.js#mount'],
      'mini-koa': ['mini-koa/src/router/mount.ts#mount'],
    },
    notes: {
      koa: {
        en: '`koa-mount` is a middleware that anybody could write: it changes `ctx.path` for the stack further in.',
        zh: '`koa-mount` 是一个谁都能写的中间件：它为内层的栈改动 `ctx.path`。',
      },
      'mini-koa': {
        en: '`koa-mount` runs on mini-Koa as it is, so there is no copy of it here.',
        zh: '`koa-mount` 可以原样运行在 mini-Koa 上，所以这里没有它的副本。',
      },
    },
  },
]
