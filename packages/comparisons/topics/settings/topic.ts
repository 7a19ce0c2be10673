import type { Topic } from '../../src/topic.ts'

export default {
  group: 'applications',
  title: { en: 'Settings', zh: '应用设置' },
  question: {
    en: 'How JSON looks, whether there is an ETag, how queries are read, whom to trust: where is that set, does an app inside another inherit it, and what becomes of a value that makes no sense?',
    zh: 'JSON 的样子、要不要 ETag、怎样解析查询串、信任谁：这些在哪里设置？嵌在里面的应用会继承吗？值写错了又会怎样？',
  },
  requests: [
    { name: { en: 'JSON as it is set', zh: '按设置输出 JSON' }, target: '/' },
    { name: { en: 'what is set', zh: '查看设置' }, target: '/settings?a=1' },
    {
      name: { en: 'an app inside, with others', zh: '内层应用，设置不同' },
      target: '/admin?a=1',
      headers: [['X-Forwarded-For', '192.0.2.1, 192.0.2.2']],
    },
    {
      name: { en: 'another app inside', zh: '另一个内层应用' },
      target: '/strong?a[b]=1',
      headers: [['X-Forwarded-For', '192.0.2.1, 192.0.2.2']],
    },
    { name: { en: 'one that makes no sense', zh: '没有意义的值' }, target: '/wrong' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{\n  "name": "\\u003cAda\\u003e"\n}',
        headers: { etag: '"made by hand"' },
      },
      {
        status: 200,
        body: '{\n  "disabled": true,\n  "admin": "/admin",\n  "query": {\n    "raw": "a=1"\n  }\n}',
      },
      {
        status: 200,
        body: '{\n  "query": {},\n  "ip": "192.0.2.2",\n  "spaces": 2\n}',
        headers: { etag: undefined },
      },
      {
        status: 200,
        body: '{\n  "query": {\n    "a": {\n      "b": "1"\n    }\n  },\n  "ip": "127.0.0.1"\n}',
        headers: { etag: /^"[\w-]+/ },
      },
      {
        status: 200,
        body: 'TypeError: unknown value for etag function: nonsense',
      },
    ],
    why: {
      en: 'app.set keeps named settings; those for ETags, queries and proxies are turned into a function at once, so that a wrong value throws where it is set. An app that is mounted inherits from the one around it what it has not set itself.',
      zh: 'app.set 保存命名的设置；ETag、查询串、代理这几项当场就被编译成函数，所以写错的值在设置时就抛出错误。被挂载的应用会从外层继承自己没有设置过的项。',
    },
  },
  koa: {
    shows: [
      { status: 200, body: '{\n  "name": "<Ada>"\n}', headers: { etag: undefined } },
      { status: 200, body: '{"subdomainOffset":2,"proxy":true,"env":"development"}' },
      { status: 200, body: '{"a":"1"} 192.0.2.2', headers: { etag: undefined } },
      { status: 200, body: '{"a[b]":"1"} 192.0.2.2', headers: { etag: /^"[0-9a-f]{8}"$/ } },
      { status: 200, body: 'nobody minds' },
    ],
    why: {
      en: 'Koa has a handful of properties, given to new Koa or assigned. All else is code: JSON.stringify, a middleware that sets ctx.etag, a parser of your choice. A property that is misspelt is just another property.',
      zh: 'Koa 只有几个属性，传给 new Koa 或直接赋值。其余都靠代码：JSON.stringify、设置 ctx.etag 的中间件、自选的解析器。属性名拼错了，只是多了一个没人理会的属性。',
    },
  },
  answer: {
    en: 'Express is set up by names, checks some of the values, and inherits. Koa is set up by writing code.',
    zh: 'Express 靠名字来设置，会检查其中一些值，并且会继承。Koa 靠写代码。',
  },
} satisfies Topic
