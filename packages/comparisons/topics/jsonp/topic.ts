import type { Topic } from '../../src/topic.ts'

export default {
  group: 'response',
  title: { en: 'JSONP', zh: 'JSONP' },
  question: {
    en: 'Old pages load JSON as a script that calls a function of theirs. What has to be done so that this is safe?',
    zh: '老页面把 JSON 当作脚本加载，由脚本调用页面上的函数。怎样做才安全？',
  },
  requests: [
    { name: { en: 'with a callback', zh: '带回调' }, target: '/user?callback=show' },
    {
      name: { en: 'with a callback that is an attack', zh: '带攻击性的回调' },
      target: '/user?callback=alert(1)//',
    },
    { name: { en: 'without a callback', zh: '不带回调' }, target: '/user' },
    { name: { en: 'with two callbacks', zh: '两个回调' }, target: '/user?callback=a&callback=b' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '/**/ typeof show === \'function\' && show({"name":"Ada","note":"\\u2028"});',
        headers: {
          'content-type': 'text/javascript; charset=utf-8',
          'x-content-type-options': 'nosniff',
        },
        events: ['enter user', 'respond user', 'return user'],
      },
      {
        status: 200,
        body: '/**/ typeof alert1 === \'function\' && alert1({"name":"Ada","note":"\\u2028"});',
      },
      {
        status: 200,
        body: '{"name":"Ada","note":" "}',
        headers: { 'content-type': 'application/json; charset=utf-8' },
      },
      {
        status: 200,
        body: '/**/ typeof a === \'function\' && a({"name":"Ada","note":"\\u2028"});',
      },
    ],
    why: {
      en: 'res.jsonp reads ?callback, keeps only what a name may hold, escapes the two line ends that JSON allows and old JavaScript did not, and forbids the browser to guess another type. Of two callbacks it takes the first.',
      zh: 'res.jsonp 读取 ?callback，只保留名字允许的字符，转义 JSON 允许而旧 JavaScript 不允许的两个换行符，并禁止浏览器猜测类型。有两个回调时取第一个。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '/**/ typeof show === \'function\' && show({"name":"Ada","note":"\\u2028"});',
        headers: {
          'content-type': 'text/javascript; charset=utf-8',
          'x-content-type-options': 'nosniff',
        },
        events: ['enter user', 'return user', 'settle user', 'respond (framework)'],
      },
      {
        status: 200,
        body: '/**/ typeof alert1 === \'function\' && alert1({"name":"Ada","note":"\\u2028"});',
      },
      {
        status: 200,
        body: '{"name":"Ada","note":" "}',
        headers: { 'content-type': 'application/json; charset=utf-8' },
      },
      { status: 200, body: '{"name":"Ada","note":" "}' },
    ],
    why: {
      en: 'Koa has nothing for it, so the same steps are written out; here two callbacks count as none.',
      zh: 'Koa 没有提供，所以把同样的步骤写出来；这里两个回调等于没有。',
    },
  },
  answer: {
    en: 'Express has it built in. Written by hand, four things are easily forgotten: the filter on the name, the two escapes, nosniff, and that a query value may be an array. Better still: CORS and JSON.',
    zh: 'Express 内置。自己写时有四点容易忘记：过滤名字、两个转义、nosniff，以及查询值可能是数组。更好的办法是 CORS 加 JSON。',
  },
} satisfies Topic
