import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 10: a router in 20 lines', zh: '手写 Web 10：二十行的路由器' },
  question: {
    en: 'Routes are tried in the order of their registration. What do /tea/new, /tea/42 and DELETE /tea/42 find?',
    zh: '路由按注册顺序尝试。/tea/new、/tea/42、DELETE /tea/42 各找到什么？',
  },
  explanation: {
    en: 'A path with :names becomes a regular expression with named groups. The first route that fits in method and path wins, so /tea/new must stand before /tea/:id. This is the heart of express.Router and @koa/router.',
    zh: '带 :名字 的路径变成带命名分组的正则。方法与路径都相符的第一条路由胜出，所以 /tea/new 必须写在 /tea/:id 前面。express.Router 与 @koa/router 的核心就是这个。',
  },
  links: ['https://expressjs.com/en/guide/routing.html'],
} satisfies Demo
