import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A chat over TCP', zh: 'TCP 聊天室' },
  question: {
    en: 'Two clients say one line each. Who hears what, and what does the server do about half a line?',
    zh: '两个客户端各说一行。谁听到什么？服务器怎么处理半行？',
  },
  explanation: {
    en: 'The server keeps a set of sockets and writes each complete line to all others. readline takes chunks apart into lines and keeps the half one. A socket that closes is taken out of the set.',
    zh: '服务器保存一个套接字集合，把每个完整的行写给其他所有人。readline 把数据段拆成行，半行先留着。关闭的套接字从集合中移除。',
  },
  pitfalls: [
    {
      en: 'Every socket needs an error listener: one client that resets its connection would end the server.',
      zh: '每个套接字都要有 error 监听器：否则一个客户端重置连接就会结束服务器。',
    },
  ],
  links: ['https://nodejs.org/api/net.html'],
} satisfies Demo
