import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'Regular expressions as paths', zh: '用正则表达式作路径' },
  question: {
    en: 'The path is a regular expression with groups, numbered or named. Where do the groups arrive?',
    zh: '路径是带分组的正则表达式，分组有编号的也有命名的。它们会出现在哪里？',
  },
  requests: [
    { name: { en: 'numbered groups', zh: '编号分组' }, target: '/v2/users' },
    { name: { en: 'named groups', zh: '命名分组' }, target: '/2026-11' },
    { name: { en: 'no match', zh: '不匹配' }, target: '/vX/users' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"0":"2","1":"users"}',
        events: ['enter numbered', 'respond numbered', 'return numbered'],
      },
      { status: 200, body: '{"year":"2026","month":"11"}' },
      { status: 404, body: /<pre>Cannot GET \/vX\/users<\/pre>/ },
    ],
    why: {
      en: 'All groups become req.params: numbered ones by their number, from 0, named ones by their name.',
      zh: '所有分组都进入 req.params：编号分组用从 0 开始的编号，命名分组用名字。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"params":{},"captures":["2","users"]}',
        events: ['enter numbered', 'return numbered', 'respond (framework)'],
      },
      { status: 200, body: '{"params":{},"captures":["2026","11"]}' },
      { status: 404, body: 'Not Found' },
    ],
    why: {
      en: 'A regular expression has no parameters that the router knows, so ctx.params stays empty. The groups are in ctx.captures, by position, whether they have a name or not.',
      zh: '路由器不知道正则表达式里有哪些参数，所以 ctx.params 是空的。分组按位置放在 ctx.captures 里，不管有没有名字。',
    },
  },
  answer: {
    en: 'Look in req.params in Express, in ctx.captures in Koa; there a name of a group is lost.',
    zh: 'Express 看 req.params，Koa 看 ctx.captures；在 Koa 里分组的名字会丢失。',
  },
} satisfies Topic
