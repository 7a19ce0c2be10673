import type { Topic } from '../../src/topic.ts'

export default {
  group: 'response',
  title: { en: 'Headers', zh: '头部' },
  question: {
    en: 'Set, append and remove headers; then one with letters that a header cannot hold, one with a line break from the query, one that comes too late.',
    zh: '设置、追加、删除头部；再来一个含有头部放不下的字符，一个含有来自查询串的换行，一个来得太晚。',
  },
  requests: [
    {
      name: { en: 'set, append, remove', zh: '设置、追加、删除' },
      target: '/',
      headers: [['USER-AGENT', 'me']],
    },
    { name: { en: 'letters beyond Latin-1', zh: '超出 Latin-1 的字符' }, target: '/invalid' },
    { name: { en: 'a line break', zh: '换行' }, target: '/split?name=a%0D%0ASet-Cookie:%20x=1' },
    { name: { en: 'after the answer', zh: '应答之后' }, target: '/late' },
    { name: { en: 'links to other pages', zh: '指向其他页的链接' }, target: '/list' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'you are me',
        headers: {
          'x-one': '1',
          'x-two': '2',
          'x-three': undefined,
          link: ['<a>', '<b>'],
          'content-type': 'text/plain; charset=utf-8',
          'x-powered-by': undefined,
        },
        events: ['enter handler', 'respond handler', 'return handler'],
      },
      {
        status: 500,
        body: /<pre>TypeError \[ERR_INVALID_CHAR\]: Invalid character in header content \[&quot;X-Name&quot;\]<br>/,
        slips: [
          'console: TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["X-Name"]',
        ],
      },
      {
        status: 500,
        body: /<pre>TypeError \[ERR_INVALID_CHAR\]: Invalid character in header content \[&quot;X-Name&quot;\]<br>/,
        headers: { 'set-cookie': undefined },
        slips: [
          'console: TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["X-Name"]',
        ],
      },
      {
        status: 200,
        body: 'sent',
        headers: { 'x-late': undefined },
        fate: 'closed',
        slips: [
          'console: Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers after they are sent to the client',
        ],
      },
      {
        status: 200,
        body: 'page 1',
        headers: {
          link: '</list?page=2>; rel="next", </list.json>; rel="alternate", </list.csv>; rel="alternate", </list?page=9>; rel="last"',
        },
      },
    ],
    why: {
      en: 'res.set hands the value to Node, which refuses what a header cannot hold: header splitting fails with an error, not with a second header. After res.send the headers are out, and setting one more throws.',
      zh: 'res.set 把值交给 Node，头部放不下的内容会被拒绝：头部注入得到的是错误，而不是第二个头部。res.send 之后头部已经发出，再设置就会抛出错误。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'you are me',
        headers: {
          'x-one': '1',
          'x-two': '2',
          'x-three': undefined,
          link: ['<a>', '<b>'],
          'content-type': 'text/plain; charset=utf-8',
        },
        events: ['enter handler', 'return handler', 'respond (framework)'],
      },
      {
        status: 500,
        body: 'Internal Server Error',
        slips: [
          'console: TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["X-Name"]',
        ],
      },
      {
        status: 500,
        body: 'Internal Server Error',
        headers: { 'set-cookie': undefined },
        slips: [
          'console: TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["X-Name"]',
        ],
      },
      { status: 200, body: 'sent', headers: { 'x-late': 'yes' } },
      {
        status: 200,
        body: 'page 1',
        headers: {
          link: [
            '</list?page=2>; rel="next"',
            '</list.json>; rel="alternate"',
            '</list.csv>; rel="alternate"',
            '</list?page=9>; rel="last"',
          ],
        },
      },
    ],
    why: {
      en: 'ctx.set hands the value to Node as well. Nothing is sent before the stack has settled, so that a header may come after the body.',
      zh: 'ctx.set 同样把值交给 Node。整个栈完成之前什么都不会发出，所以头部可以在 body 之后设置。',
    },
  },
  answer: {
    en: 'The same checks on both sides, made by Node. The difference is the time: in Express before the answer, in Koa until the stack has settled.',
    zh: '两边的检查相同，都由 Node 完成。区别在于时机：Express 要在应答之前，Koa 在整个栈完成之前都可以。',
  },
} satisfies Topic
