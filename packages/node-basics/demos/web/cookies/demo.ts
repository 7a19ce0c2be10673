import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 4: cookies', zh: '手写 Web 4：cookie' },
  question: {
    en: 'The server counts visits in a cookie. What does the client send back, and what do HttpOnly and the rest do?',
    zh: '服务器用 cookie 记访问次数。客户端送回什么？HttpOnly 等属性有什么用？',
  },
  explanation: {
    en: 'Set-Cookie holds one name=value and its attributes; the client returns the pairs only, all in one Cookie header. HttpOnly hides it from scripts, SameSite keeps other sites from sending it, Secure wants https. Anybody can write any cookie: sign what must be true.',
    zh: 'Set-Cookie 带一个 name=value 和属性；客户端只送回名值对，都在一个 Cookie 头里。HttpOnly 对脚本隐藏，SameSite 不让别的网站带上它，Secure 要求 https。谁都能伪造 cookie：必须可信的内容要签名。',
  },
  links: ['https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie'],
} satisfies Demo
