import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'node --watch', zh: 'node --watch：改完自动重启' },
  question: {
    en: 'A program runs under node --watch, and its file is changed. What happens to the old process?',
    zh: '程序在 node --watch 下运行，文件被修改。旧进程会怎样？',
  },
  explanation: {
    en: 'It is ended and started anew, with everything in its memory gone. --watch looks at what the program has imported; --watch-path names folders instead. It is the small sister of nodemon, without a package.',
    zh: '旧进程结束，重新启动，内存里的一切都没了。--watch 监视程序导入的文件；--watch-path 则指定目录。它是不用装包的小号 nodemon。',
  },
  links: ['https://nodejs.org/api/cli.html#--watch'],
  posixOnly: { en: 'Ending the watched program needs signals.', zh: '结束被监视的程序需要信号。' },
} satisfies Demo
