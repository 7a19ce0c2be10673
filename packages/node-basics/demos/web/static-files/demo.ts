import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 9: static files', zh: '手写 Web 9：静态文件' },
  question: {
    en: 'Which of index, a name with a blank, a folder, ../secret and its encoded form are served?',
    zh: '首页、带空格的名字、目录、../secret 及其编码形式，哪些会被送出？',
  },
  explanation: {
    en: 'Decode, resolve, then make sure that the result is inside the folder. The type comes from the extension. Whatever fails is 404, without telling why. express.static and koa-static add caching, ranges and more.',
    zh: '先解码，再 resolve，然后确认结果在目录之内。类型由扩展名决定。任何失败都是 404，不说原因。express.static 与 koa-static 还加上缓存、范围请求等。',
  },
  links: ['https://nodejs.org/api/path.html#pathrelativefrom-to'],
} satisfies Demo
