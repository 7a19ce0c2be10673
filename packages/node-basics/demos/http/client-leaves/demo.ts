import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The client hangs up', zh: '客户端挂断' },
  question: {
    en: 'The client leaves in the middle of a long answer. How does the server notice, and what should it stop?',
    zh: '客户端在长应答的中途离开。服务器怎么发现？该停下什么？',
  },
  explanation: {
    en: 'res emits close without having finished. Without looking at it, the server goes on computing for nobody. An AbortController that is tied to it stops the work.',
    zh: 'res 触发 close，而它还没有 finish。不看这个事件，服务器就在为没有人的请求继续计算。把它与 AbortController 连起来，就能停下工作。',
  },
  links: ['https://nodejs.org/api/http.html#event-close_1'],
} satisfies Demo
