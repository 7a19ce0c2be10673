import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'nodemon', zh: 'nodemon：更强的自动重启' },
  question: {
    en: 'nodemon watches a folder for .json files too. Which of two changes restarts the program?',
    zh: 'nodemon 还监视目录里的 .json 文件。两次改动，哪一次会重启程序？',
  },
  explanation: {
    en: 'Only what fits --ext and --watch: the .json does, the .txt does not. It can run any command, wait (--delay), and send another signal. It is a tool for development; in production a supervisor such as pm2 or systemd restarts programs.',
    zh: '只有符合 --ext 与 --watch 的：.json 会，.txt 不会。它可以运行任意命令、延迟、换信号。它是开发工具；生产环境由 pm2 或 systemd 之类的守护者负责重启。',
  },
  links: ['https://nodemon.io'],
  posixOnly: {
    en: 'nodemon ends what it runs by signals.',
    zh: 'nodemon 用信号结束它运行的程序。',
  },
} satisfies Demo
