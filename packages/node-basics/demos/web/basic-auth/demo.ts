import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 5: Basic authentication', zh: '手写 Web 5：Basic 认证' },
  question: {
    en: 'The browser asks for a name and a password. How do they reach the server, and are they encrypted?',
    zh: '浏览器询问用户名和密码。它们怎样到达服务器？加密了吗？',
  },
  explanation: {
    en: 'Only encoded: base64 of name:password, with every request. So use it with https only. 401 with WWW-Authenticate makes the browser ask. The first colon divides; a password may hold more.',
    zh: '只是编码：name:password 的 base64，每个请求都带。所以只能配合 https 使用。401 加 WWW-Authenticate 让浏览器弹出询问。以第一个冒号为界；密码里可以有冒号。',
  },
  links: ['https://www.rfc-editor.org/rfc/rfc7617'],
} satisfies Demo
