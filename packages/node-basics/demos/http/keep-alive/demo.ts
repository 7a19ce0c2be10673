import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Keep-alive', zh: '长连接' },
  question: {
    en: 'Three requests one after the other, with and without an agent that keeps connections. How many connections does the server see?',
    zh: '连续三个请求，代理保持连接与不保持。服务器看到几个连接？',
  },
  explanation: {
    en: 'Kept alive, one connection serves them all, and spares two handshakes (with TLS four round trips). The server closes an idle one after keepAliveTimeout, 5 s by default. A server that is to stop has to close the idle ones.',
    zh: '保持连接时，一个连接服务所有请求，省下两次握手（TLS 则是更多往返）。空闲连接在 keepAliveTimeout（默认 5 秒）后由服务器关闭。要停止服务器，得关闭空闲连接。',
  },
  links: ['https://nodejs.org/api/http.html#class-httpagent'],
} satisfies Demo
