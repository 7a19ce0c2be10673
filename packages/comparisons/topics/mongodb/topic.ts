import type { Topic } from '../../src/topic.ts'

const add = (isbn: string, title: string, pages: number) => ({
  method: 'POST',
  target: '/books',
  headers: [['Content-Type', 'application/json']] as const,
  body: JSON.stringify({ isbn, title, pages }),
})
const listed =
  '[{"isbn":"1","title":"Kokoro","pages":248},{"isbn":"2","title":"Walden","pages":352}]'

export default {
  group: 'applications',
  needs: ['mongodb'],
  title: { en: 'MongoDB', zh: 'MongoDB' },
  question: {
    en: 'Documents are added, one of them twice, and listed. How does a refused document become an answer?',
    zh: '添加几个文档，其中一个重复添加，然后列出。被拒绝的文档怎样变成应答？',
  },
  requests: [
    { name: { en: 'a book', zh: '一本书' }, ...add('1', 'Kokoro', 248) },
    { name: { en: 'another', zh: '另一本' }, ...add('2', 'Walden', 352) },
    { name: { en: 'the first again', zh: '再加第一本' }, ...add('1', 'Kokoro', 248) },
    { name: { en: 'all of them', zh: '全部' }, target: '/books' },
    { name: { en: 'the long ones', zh: '较长的' }, target: '/books?pages=300' },
    {
      name: { en: 'an operator instead of a number', zh: '用运算符代替数字' },
      target: '/books?pages[$ne]=1',
    },
  ],
  express: {
    shows: [
      { status: 201 },
      { status: 201 },
      { status: 409, body: 'already there' },
      { status: 200, body: listed },
      { status: 200, body: '[{"isbn":"2","title":"Walden","pages":352}]' },
      { status: 200, body: listed },
    ],
    why: {
      en: 'The driver’s error has a code; the rejected promise of the handler brings it to conflict, behind the routes.',
      zh: '驱动的错误带有 code；处理函数被拒绝的 promise 把它带到路由后面的 conflict。',
    },
  },
  koa: {
    shows: [
      { status: 201 },
      { status: 201 },
      { status: 409, body: 'already there' },
      { status: 200, body: listed },
      { status: 200, body: '[{"isbn":"2","title":"Walden","pages":352}]' },
      { status: 200, body: listed },
    ],
    why: {
      en: 'The same error is thrown outwards to conflict, which stands in front of the routes.',
      zh: '同样的错误向外抛，到达路由前面的 conflict。',
    },
  },
  answer: {
    en: 'The driver and its errors are the same. Make numbers and texts of what comes in before it goes into a query: an object there would be an operator.',
    zh: '驱动及其错误都相同。输入放进查询之前，要先转成数字或文本：如果是对象，就会被当作运算符。',
  },
} satisfies Topic<'mongodb'>
