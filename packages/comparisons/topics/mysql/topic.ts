import type { Topic } from '../../src/topic.ts'

const create = (name: string) => ({
  method: 'POST',
  target: '/users',
  headers: [['Content-Type', 'application/json']] as const,
  body: JSON.stringify({ name }),
})

export default {
  group: 'applications',
  needs: ['mysql'],
  title: { en: 'MySQL', zh: 'MySQL' },
  question: {
    en: 'A row is inserted, inserted again, looked for with a hostile name, and changed in a transaction that fails. Where does the error of the driver arrive?',
    zh: '插入一行，再插入同样的一行，用恶意名字查询，最后在事务里修改并失败。驱动的错误会到达哪里？',
  },
  requests: [
    { name: { en: 'a new user', zh: '新用户' }, ...create('Ada') },
    { name: { en: 'the same name again', zh: '同样的名字' }, ...create('Ada') },
    {
      name: { en: 'a name that wants to be SQL', zh: '想变成 SQL 的名字' },
      target: "/users?name='%20or%20'1'='1",
    },
    {
      name: { en: 'a transaction that fails half-way', zh: '中途失败的事务' },
      method: 'POST',
      target: '/transfer',
    },
    { name: { en: 'the row after it', zh: '事务之后的行' }, target: '/users?name=Ada' },
  ],
  express: {
    shows: [
      { status: 201, body: '{"id":1,"name":"Ada"}' },
      { status: 409, body: '{"error":"already there"}' },
      { status: 200, body: '[]' },
      { status: 409, body: '{"error":"already there"}' },
      { status: 200, body: '[{"id":1,"name":"Ada"}]' },
    ],
    why: {
      en: 'The handlers are async, and since Express 5 the router listens to their promises: a rejected query goes on to conflict, the handler with four parameters, without a try in each route.',
      zh: '处理函数是 async 的。从 Express 5 起，路由器会监听它们返回的 promise：被拒绝的查询会传给有四个参数的 conflict，不需要在每个路由里写 try。',
    },
  },
  koa: {
    shows: [
      { status: 201, body: '{"id":1,"name":"Ada"}' },
      { status: 409, body: '{"error":"already there"}' },
      { status: 200, body: '[]' },
      { status: 409, body: '{"error":"already there"}' },
      { status: 200, body: '[{"id":1,"name":"Ada"}]' },
    ],
    why: {
      en: 'The rejected query travels outwards through every await next() to the try/catch of conflict, which stands first.',
      zh: '被拒绝的查询沿着每一层 await next() 向外传播，直到最外层 conflict 的 try/catch。',
    },
  },
  answer: {
    en: 'The same queries, the same answers; only the place of the error handler differs: last in Express, first in Koa. Values go into the placeholders of a prepared statement, never into the text of the query.',
    zh: '查询相同，应答相同，只是错误处理的位置不同：Express 在最后，Koa 在最前。值要放进预处理语句的占位符，永远不要拼进查询文本。',
  },
} satisfies Topic<'mysql'>
