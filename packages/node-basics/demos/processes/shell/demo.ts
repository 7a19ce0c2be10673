import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'exec starts a shell', zh: 'exec 会启动 shell' },
  question: {
    en: 'A file name from a user holds "; echo gone". What do exec and execFile make of it?',
    zh: '用户给的文件名里有 "; echo gone"。exec 与 execFile 会怎样？',
  },
  explanation: {
    en: 'exec hands one line to a shell, which sees two commands. execFile starts the program itself and hands over each argument as it is: nothing to inject into.',
    zh: 'exec 把一行交给 shell，shell 看到的是两条命令。execFile 直接启动程序，每个参数原样传过去：无从注入。',
  },
  pitfalls: [
    {
      en: 'Escaping by hand is a race that you lose. Do not use a shell for what comes from outside.',
      zh: '手工转义是赢不了的较量。外来的内容不要经过 shell。',
    },
  ],
  links: ['https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback'],
  posixOnly: {
    en: 'The line is written for a POSIX shell.',
    zh: '这行命令是为 POSIX shell 写的。',
  },
} satisfies Demo
