import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'When nobody is there', zh: '没人在的时候' },
  question: {
    en: 'One connects to a closed port, and two servers want the same port. Which events and codes are there?',
    zh: '连接一个关闭的端口；两个服务器抢同一个端口。会有什么事件和代码？',
  },
  explanation: {
    en: 'Both come as error events, later and not as exceptions. ECONNREFUSED: nobody listens. EADDRINUSE: somebody does already. Without a listener each of them ends the process.',
    zh: '两者都以 error 事件到来，是稍后而不是抛异常。ECONNREFUSED：没人监听。EADDRINUSE：已有人监听。没有监听器的话，任何一个都会结束进程。',
  },
  links: ['https://nodejs.org/api/errors.html#common-system-errors'],
} satisfies Demo
