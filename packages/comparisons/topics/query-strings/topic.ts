import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'Query strings', zh: '查询字符串' },
  question: {
    en: 'A name that stands twice, a name with brackets, a broken escape: what is in the query?',
    zh: '重复的名字、带方括号的名字、错误的转义：query 里是什么？',
  },
  requests: [
    { name: { en: 'plain values', zh: '普通的值' }, target: '/?a=1&b=%E4%B8%AD&c' },
    { name: { en: 'a name that stands twice', zh: '重复的名字' }, target: '/?a=1&a=2' },
    { name: { en: 'brackets', zh: '方括号' }, target: '/?user[name]=ada' },
    {
      name: { en: 'brackets, parsed as such', zh: '按方括号解析' },
      target: '/nested?user[name]=ada&list[]=1&list[]=2',
    },
    { name: { en: 'a broken escape', zh: '错误的转义' }, target: '/?a=%E0%A4%A' },
    { name: { en: '__proto__', zh: '__proto__' }, target: '/nested?__proto__[admin]=1&a=1' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"a":"1","b":"中","c":""}',
        events: ['enter plain', 'respond plain', 'return plain'],
      },
      { status: 200, body: '{"a":["1","2"]}' },
      { status: 200, body: '{"user[name]":"ada"}' },
      { status: 200, body: '{"user":{"name":"ada"},"list":["1","2"]}' },
      { status: 200, body: '{"a":"�%A"}' },
      { status: 200, body: '{"a":"1"}' },
    ],
    why: {
      en: 'Since version 5 the default is Node’s own querystring: flat, and a name that stands twice becomes an array. The setting "query parser" takes qs instead, which reads brackets.',
      zh: '从第 5 版起默认使用 Node 自带的 querystring：扁平的，重复的名字变成数组。设置 "query parser" 可以改用 qs，它认得方括号。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"a":"1","b":"中","c":""}',
        events: ['enter plain', 'return plain', 'respond (framework)'],
      },
      { status: 200, body: '{"a":["1","2"]}' },
      { status: 200, body: '{"user[name]":"ada"}' },
      { status: 200, body: '{"user":{"name":"ada"},"list":["1","2"]}' },
      { status: 200, body: '{"a":"�%A"}' },
      { status: 200, body: '{"a":"1"}' },
    ],
    why: {
      en: 'ctx.query is Node’s querystring as well. There is no setting: whoever wants brackets parses ctx.querystring.',
      zh: 'ctx.query 同样是 Node 的 querystring。没有设置项：想要方括号就自己解析 ctx.querystring。',
    },
  },
  answer: {
    en: 'The same on both sides: a value may be a text or an array, never rely on one. A broken escape is kept as it is, no error.',
    zh: '两边相同：值可能是字符串也可能是数组，不要只假定一种。错误的转义原样保留，不是错误。',
  },
} satisfies Topic
