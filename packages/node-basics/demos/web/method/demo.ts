import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 1: the method', zh: '手写 Web 1：方法' },
  question: {
    en: 'The server knows GET and PUT. What must it say to HEAD, to DELETE, and to a method nobody knows?',
    zh: '服务器支持 GET 和 PUT。对 HEAD、DELETE 以及没人认识的方法，该怎么答？',
  },
  explanation: {
    en: 'A path that exists but not for this method is 405 with an Allow header. HEAD is GET without a body: Node leaves the body out by itself. Express has app.get and app.put for this, and answers HEAD with the GET handler.',
    zh: '路径存在但不支持该方法，是 405 加 Allow 头。HEAD 就是没有正文的 GET：Node 会自动省去正文。Express 为此提供 app.get、app.put，并用 GET 处理函数应答 HEAD。',
  },
  links: ['https://www.rfc-editor.org/rfc/rfc9110#name-405-method-not-allowed'],
} satisfies Demo
