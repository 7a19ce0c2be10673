import type { Topic } from '../../src/topic.ts'

export default {
  group: 'request',
  title: { en: 'What a request calls itself', zh: '请求的方法与地址' },
  question: {
    en: 'Below a mounted part, what are url, path and query, and which of them still knows the whole address?',
    zh: '在挂载的子应用里，url、path、query 各是什么？哪一个还知道完整地址？',
  },
  requests: [
    {
      name: { en: 'a path with a query', zh: '带查询的路径' },
      target: '/admin/a%20b?x=1&x=2&y[z]=3',
    },
    { name: { en: 'the mount point itself', zh: '挂载点本身' }, target: '/admin?x=' },
    {
      name: { en: 'a method of its own', zh: '不常见的方法' },
      method: 'PROPFIND',
      target: '/admin/',
    },
    {
      name: { en: 'an absolute address', zh: '绝对地址' },
      target: 'http://example.com/admin/x?y=1',
    },
    { name: { en: 'two slashes', zh: '两个斜杠' }, target: '/admin//x' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"method":"GET","originalUrl":"/admin/a%20b?x=1&x=2&y[z]=3","baseUrl":"/admin","url":"/a%20b?x=1&x=2&y[z]=3","path":"/a%20b","query":{"x":["1","2"],"y[z]":"3"}}',
      },
      {
        status: 200,
        body: '{"method":"GET","originalUrl":"/admin?x=","baseUrl":"/admin","url":"/?x=","path":"/","query":{"x":""}}',
      },
      { status: 200, body: /"method":"PROPFIND"/ },
      { status: 200 },
      { status: 200, body: /"path":"\/\/x"/ },
    ],
    why: {
      en: 'The router takes the mount path off req.url and puts it on req.baseUrl while the part runs; req.originalUrl stays.',
      zh: '进入子路由时，路由器把挂载路径从 req.url 上去掉，放到 req.baseUrl；req.originalUrl 不变。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"method":"GET","originalUrl":"/admin/a%20b?x=1&x=2&y[z]=3","mountPath":"/admin","url":"/a%20b?x=1&x=2&y[z]=3","path":"/a%20b","query":{"x":["1","2"],"y[z]":"3"}}',
      },
      {
        status: 200,
        body: '{"method":"GET","originalUrl":"/admin?x=","mountPath":"/admin","url":"/?x=","path":"/","query":{"x":""}}',
      },
      { status: 200, body: /"method":"PROPFIND"/ },
      { status: 200 },
      { status: 200, body: /"path":"\/\/x"/ },
    ],
    why: {
      en: 'koa-mount sets ctx.path for the part and back again behind it; ctx.originalUrl stays.',
      zh: 'koa-mount 在子应用运行期间改写 ctx.path，之后再恢复；ctx.originalUrl 不变。',
    },
  },
  answer: {
    en: 'Build links from originalUrl or the base, match on path. Neither decodes the path, and neither makes an object of y[z] by default.',
    zh: '生成链接用 originalUrl 或挂载路径，匹配用 path。两边都不解码 path，默认也都不会把 y[z] 变成嵌套对象。',
  },
} satisfies Topic
