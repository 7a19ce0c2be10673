import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'URLSearchParams', zh: 'URLSearchParams：读写查询串' },
  question: {
    en: 'A key occurs twice, another has no value, a third holds a plus sign. What does get return for each?',
    zh: '一个键出现两次，一个没有值，还有一个含加号。get 各返回什么？',
  },
  explanation: {
    en: 'get returns the first value, getAll all of them, null where there is none. A plus is a space in a query. Writing encodes what must be encoded.',
    zh: 'get 返回第一个值，getAll 返回全部，没有则是 null。查询串里加号代表空格。写入时会自动编码。',
  },
  pitfalls: [
    {
      en: 'Values are always strings. ?page=10 sorts before ?page=9.',
      zh: '值永远是字符串。?page=10 排在 ?page=9 前面。',
    },
  ],
  links: ['https://nodejs.org/api/url.html#class-urlsearchparams'],
} satisfies Demo
