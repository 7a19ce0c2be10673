import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 7: JSON', zh: '手写 Web 7：JSON' },
  question: {
    en: 'Bodies: an object, half an object, nothing, one that is called text/plain. What status does each deserve?',
    zh: '正文：一个对象、半个对象、空的、标成 text/plain 的。各应得什么状态码？',
  },
  explanation: {
    en: '200, 400, 400, 415. JSON.parse throws on broken text, and an uncaught throw in an async handler is an unhandled rejection that ends the server. Then check the shape: valid JSON may still be a number or null.',
    zh: '200、400、400、415。JSON.parse 遇到残缺文本会抛错，而 async 处理函数里没捕获的错误是未处理的拒绝，会结束服务器。之后还要检查结构：合法的 JSON 也可能是数字或 null。',
  },
  links: ['https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/JSON/parse'],
  long: {
    en: 'An error class and four answers stand beside the reading.',
    zh: '除了读取，还有一个错误类和四种应答。',
  },
} satisfies Demo
