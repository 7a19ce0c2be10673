import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'An uncaught error ends the process', zh: '未捕获的错误会结束进程' },
  question: {
    en: 'A server has answered one request; the second makes its handler throw. What does a third client get?',
    zh: '服务器应答了一个请求；第二个请求让处理函数抛错。第三个客户端会得到什么？',
  },
  explanation: {
    en: 'Nothing: the process is gone with code 1, and all that was in its memory. An error in one request ends the work for all. Frameworks catch errors of handlers for this reason; what still gets through should be logged, and the process ended and restarted by its supervisor: after an unknown error its state is unknown too.',
    zh: '什么也没有：进程以退出码 1 消失，内存里的一切随之而去。一个请求的错误断送了所有人的工作。框架因此会捕获处理函数的错误；仍然漏出来的应当记录，然后结束进程，由守护者重启：出了未知错误，进程的状态也是未知的。',
  },
  links: ['https://nodejs.org/api/process.html#event-uncaughtexception'],
} satisfies Demo
