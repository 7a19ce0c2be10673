import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Headers: names, repeats, order', zh: '头部：名字、重复、顺序' },
  question: {
    en: 'X-Tea comes twice, Cookie twice, Content-Type twice. What does req.headers make of each?',
    zh: 'X-Tea、Cookie、Content-Type 各出现两次。req.headers 分别怎么处理？',
  },
  explanation: {
    en: 'Names are lower-cased. Most repeats are joined with a comma, cookies with a semicolon; of some, such as Content-Type, only the first counts. rawHeaders keeps all as it came.',
    zh: '名字变成小写。多数重复的头用逗号连接，cookie 用分号；有些只认第一个，例如 Content-Type。rawHeaders 保留原样。',
  },
  links: ['https://nodejs.org/api/http.html#messageheaders'],
} satisfies Demo
