import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'Optional parts and wildcards', zh: '可选部分与通配符' },
  question: {
    en: 'A part of the path may be missing, another may be as long as it likes. How is that written, and what arrives?',
    zh: '路径的一部分可以缺省，另一部分长度任意。怎么写？收到的又是什么？',
  },
  requests: [
    { name: { en: 'with the optional part', zh: '带可选部分' }, target: '/report.pdf' },
    { name: { en: 'without it', zh: '不带可选部分' }, target: '/report' },
    {
      name: { en: 'a wildcard over three segments', zh: '跨三段的通配符' },
      target: '/files/a/b/c.txt',
    },
    { name: { en: 'a wildcard over nothing', zh: '空的通配符' }, target: '/files/' },
    { name: { en: 'the notation of older versions', zh: '旧版本的写法' }, target: '/why-not' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"format":"pdf"}',
        events: ['enter report', 'respond report', 'return report'],
      },
      { status: 200, body: '{}' },
      { status: 200, body: '{"path":["a","b","c.txt"]}' },
      { status: 404, body: /<pre>Cannot GET \/files\/<\/pre>/ },
      {
        status: 200,
        body: 'Unexpected ? at index 10: /users/:id?; visit https://git.new/pathToRegexpError for info',
      },
    ],
    why: {
      en: 'path-to-regexp 8 reads the path: braces make a part optional, a star needs a name and at least one segment, and arrives as an array. The ? of older versions is refused when the route is registered.',
      zh: '路径由 path-to-regexp 8 解析：花括号表示可选，星号必须有名字并至少匹配一段，收到的是数组。旧版本的 ? 在注册路由时就被拒绝。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"format":"pdf"}',
        events: ['enter report', 'return report', 'respond (framework)'],
      },
      { status: 200, body: '{}' },
      { status: 200, body: '{"path":"a/b/c.txt"}' },
      { status: 404, body: 'Not Found' },
      {
        status: 200,
        body: 'Unexpected ? at index 10: /users/:id?; visit https://git.new/pathToRegexpError for info',
      },
    ],
    why: {
      en: 'The same library and the same notation, but the router reads the captured text itself: a wildcard is one string, slashes included.',
      zh: '同一个库，同样的写法，但路由器自己读取捕获的文本：通配符是一个字符串，包含斜杠。',
    },
  },
  answer: {
    en: 'Write /report{.:format} and /files/*path on both sides. Then look at what you get: an array in Express, a string in Koa. A path of version 4, such as /users/:id?, fails at start, not at the first request.',
    zh: '两边都写 /report{.:format} 和 /files/*path。注意收到的值：Express 是数组，Koa 是字符串。第 4 版的写法（如 /users/:id?）在启动时就失败，而不是等到第一个请求。',
  },
} satisfies Topic
