import type { Demo } from '../../../src/demo.ts'

export default {
  title: {
    en: 'pm2: a name, a list, logs, a crash, an end',
    zh: 'pm2：命名、列表、日志、崩溃、停止',
  },
  question: {
    en: 'A program is started by pm2 and then crashes. What does the list say before, after, and at the end?',
    zh: '程序由 pm2 启动，然后崩溃。列表在之前、之后、最后各怎么说？',
  },
  explanation: {
    en: 'pm2 keeps a daemon that watches over programs: it starts them under a name, writes what they print into log files, and starts them again when they end. Here the daemon has a home of its own and is ended with pm2 kill, so nothing of yours is touched. Type the same commands by hand: pm2 start app.cjs --name tea, pm2 ls, pm2 logs tea, pm2 stop tea.',
    zh: 'pm2 有一个守护进程看管程序：以名字启动，把输出写进日志文件，结束了再启动。这里守护进程用自己的主目录，最后以 pm2 kill 结束，不会碰到你的东西。手工可以敲同样的命令：pm2 start app.cjs --name tea、pm2 ls、pm2 logs tea、pm2 stop tea。',
  },
  pitfalls: [
    {
      en: 'pm2 is licensed under the AGPL. As a tool it puts no terms on your program.',
      zh: 'pm2 采用 AGPL 许可证。作为工具使用，它不对你的程序附加条款。',
    },
  ],
  links: ['https://pm2.keymetrics.io/docs/usage/quick-start/'],
  long: {
    en: 'The helper gives pm2 a home and a daemon of its own, and takes both away.',
    zh: '辅助文件给 pm2 单独的主目录和守护进程，用完一并清除。',
  },
  posixOnly: { en: 'The daemon is reached by a socket file.', zh: '守护进程通过套接字文件联系。' },
} satisfies Demo
