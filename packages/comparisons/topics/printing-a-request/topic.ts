import type { Topic } from '../../src/topic.ts'

export default {
  group: 'applications',
  title: { en: 'Printing a request', zh: '打印请求' },
  question: {
    en: 'Something is wrong, and you print the request, or write it to a log as JSON. What do you get?',
    zh: '出了问题，你把请求打印出来，或者以 JSON 写进日志。得到的是什么？',
  },
  requests: [
    {
      name: { en: 'as JSON', zh: '转成 JSON' },
      target: '/whole',
      headers: [['Host', 'example.com']],
    },
    {
      name: { en: 'what one picks', zh: '只取需要的' },
      target: '/picked',
      headers: [['Host', 'example.com']],
    },
    {
      name: { en: 'as console.log shows it', zh: 'console.log 的样子' },
      target: '/console',
      headers: [['Host', 'example.com']],
    },
  ],
  express: {
    shows: [
      { status: 200, body: 'TypeError: Converting circular structure to JSON' },
      {
        status: 200,
        body: '{"method":"GET","url":"/picked","headers":{"host":"example.com"}}',
      },
      { status: 404 },
    ],
    why: {
      en: 'req is Node’s own object with sockets and parsers in it, which point back at it. console.log prints pages of it, and JSON cannot be made of it: pick what you want to know.',
      zh: 'req 是 Node 自己的对象，里面有套接字和解析器，又都指回它。console.log 会打印好几屏，JSON 则根本转不出来：只取你想知道的。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"request":{"method":"GET","url":"/whole","header":{"host":"example.com"}},"response":{"status":404,"message":"Not Found","header":{}},"app":{"subdomainOffset":2,"proxy":false,"env":"development"},"originalUrl":"/whole","req":"<original node req>","res":"<original node res>","socket":"<original node socket>"}',
      },
      {
        status: 200,
        body: '{"method":"GET","url":"/picked","headers":{"host":"example.com"}}',
      },
      {
        status: 200,
        body: /^\{ method: 'GET', url: '\/console', header: \{ host: 'example.com' \} \}\n\{\n {2}status: 200,\n {2}message: 'OK',\n[\s\S]*body: 'so far'\n\}\n\{ subdomainOffset: 2, proxy: false, env: 'development' \}$/,
      },
    ],
    why: {
      en: 'ctx, its request, its response and the app each have toJSON and inspect: what tells something about a request, and placeholders for Node’s objects.',
      zh: 'ctx、request、response 和 app 都有 toJSON 与 inspect：只留下与请求有关的内容，Node 的对象用占位文字代替。',
    },
  },
  answer: {
    en: 'In Koa print ctx, in Express pick method, url and headers. Both show cookies and tokens as they came: a log wants those left out.',
    zh: '在 Koa 里直接打印 ctx；在 Express 里挑出 method、url 和 headers。两边都会把 cookie 和令牌原样显示出来：写日志时要去掉。',
  },
} satisfies Topic
