import type { Topic } from '../../src/topic.ts'

const trace = { name: { en: 'what was traced', zh: '追踪到的内容' }, target: '/trace' }

/** What the page of the trace answers. */
function traced(lines: readonly string[]) {
  return { status: 200, body: JSON.stringify(lines) }
}

export default {
  group: 'applications',
  title: { en: 'Watching handlers from outside', zh: '从外部观察处理函数' },
  question: {
    en: 'A monitoring tool wants to know which handlers run and how they end, and nobody wants to change a handler for it. Where can it look in?',
    zh: '监控工具想知道哪些处理函数运行了、怎样结束，又没人愿意为此改处理函数。它从哪里看进去？',
  },
  requests: [
    {
      name: { en: 'an async handler behind a parameter', zh: '参数回调之后的异步处理函数' },
      target: '/users/7',
    },
    trace,
    { name: { en: 'a parameter that fails', zh: '参数回调失败' }, target: '/users/0' },
    trace,
    { name: { en: 'a throw', zh: '同步抛出' }, target: '/throws' },
    { name: { en: 'a rejection', zh: '异步抛出' }, target: '/rejects' },
    trace,
    {
      name: { en: 'an error that is handed to next', zh: '把错误交给 next' },
      target: '/passes-on',
    },
    trace,
    {
      name: { en: "one that skips its route: next('route')", zh: "跳过本路由：next('route')" },
      target: '/skips',
    },
    trace,
  ],
  express: {
    shows: [
      { status: 200, body: 'user 7' },
      traced([
        'start load',
        'end load',
        'start user',
        'end user',
        'asyncStart load',
        'asyncEnd load',
        'asyncStart user',
        'asyncEnd user',
      ]),
      { status: 500, body: 'nobody' },
      traced([
        'start load',
        'end load',
        'error load nobody',
        'start onError',
        'end onError',
        'asyncStart load nobody',
        'asyncEnd load nobody',
      ]),
      { status: 500, body: 'at once' },
      { status: 500, body: 'later' },
      traced([
        'start throws',
        'error throws at once',
        'start onError',
        'end onError',
        'end throws at once',
        'start rejects',
        'end rejects',
        'error rejects later',
        'start onError',
        'end onError',
        'asyncStart rejects later',
        'asyncEnd rejects later',
      ]),
      { status: 500, body: 'early' },
      traced([
        'start passesOn',
        'error passesOn early',
        'start onError',
        'end onError',
        'end passesOn',
        'asyncStart passesOn early',
        'asyncEnd passesOn early',
      ]),
      { status: 404 },
      traced(['start skips', 'end skips']),
    ],
    why: {
      en: 'The router publishes every call of a handler on a channel of Node’s diagnostics_channel: start and end, asyncStart and asyncEnd once a promise has settled, error once, where it began. Whoever subscribes is told, in the whole process; with no subscriber it costs a look.',
      zh: '路由器把每次调用处理函数都发布到 Node 的 diagnostics_channel：start 与 end，promise 完成后是 asyncStart 与 asyncEnd，错误只在起源处报一次。整个进程里谁订阅谁就收到；没有订阅者时，只多看一眼。',
    },
  },
  koa: {
    shows: [
      { status: 200, body: 'user 7' },
      traced(['start onError', 'start the router', 'end the router', 'end onError']),
      { status: 500, body: 'nobody' },
      traced(['start onError', 'start the router', 'error the router nobody', 'end onError']),
      { status: 500, body: 'at once' },
      { status: 500, body: 'later' },
      traced([
        'start onError',
        'start the router',
        'error the router at once',
        'end onError',
        'start onError',
        'start the router',
        'error the router later',
        'end onError',
      ]),
      { status: 500, body: 'early' },
      traced(['start onError', 'start the router', 'error the router early', 'end onError']),
      { status: 404 },
      traced(['start onError', 'start the router', 'end the router', 'end onError']),
    ],
    why: {
      en: 'Koa has no channel, but the function that makes one middleware of many can be replaced: the option compose sees the whole stack, and may wrap each of it. The router’s own handlers stand inside one of those.',
      zh: 'Koa 没有这样的通道，但把许多中间件合成一个的函数可以替换：compose 选项拿到整个栈，可以逐个包装。路由器自己的处理函数藏在其中一个里面。',
    },
  },
  answer: {
    en: 'Express (router 2.3) tells of each handler by itself, so that a tool need not patch it. In Koa wrap the middlewares where they are composed; an onion has one beginning and one end each.',
    zh: 'Express（router 2.3）会主动报告每个处理函数，工具不必再打补丁。在 Koa 里，在合成的地方包装中间件；洋葱的每一层都恰有一个开始和一个结束。',
  },
} satisfies Topic
