import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'TLS without HTTP', zh: '不带 HTTP 的 TLS' },
  question: {
    en: 'tls.connect gives a socket. What does it know about the other side once it is secure?',
    zh: 'tls.connect 给出一个套接字。安全连接建立之后，它对另一端知道些什么？',
  },
  explanation: {
    en: 'The protocol, whether the certificate was accepted, and whom it names. After that it is a stream like any other: https is HTTP over this, and so can your own protocol be.',
    zh: '知道协议版本、证书是否被接受、证书写的是谁。之后它就是普通的流：https 就是在它上面跑 HTTP，你自己的协议也可以。',
  },
  links: ['https://nodejs.org/api/tls.html'],
} satisfies Demo
