import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'What a program is told', zh: '程序得知的一切' },
  question: {
    en: 'A script is started with flags before and after its name. Which of them are in argv, which in execArgv?',
    zh: '启动脚本时，名字前后都有参数。哪些在 argv 里，哪些在 execArgv 里？',
  },
  explanation: {
    en: "What stands before the script is for Node (execArgv), what stands after it for the program (argv from 2 on). A -- ends Node's own flags. Environment variables are texts, and missing ones undefined.",
    zh: '脚本名之前的是给 Node 的（execArgv），之后的是给程序的（argv 从 2 起）。-- 结束 Node 自己的参数。环境变量都是文本，缺失的是 undefined。',
  },
  links: ['https://nodejs.org/api/process.html#processargv'],
} satisfies Demo
