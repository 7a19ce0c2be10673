import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Beside the file, or where the user stands', zh: '文件旁边，还是用户所在之处' },
  question: {
    en: 'The process changes its working directory. Which of the two reads finds note.txt?',
    zh: '进程换了工作目录。两种读法，哪一种能找到 note.txt？',
  },
  explanation: {
    en: 'A relative path is resolved against process.cwd(), the folder in which the user typed the command. __dirname is the folder of the file itself and does not move. What belongs to the program is found through __dirname; what the user names, through the working directory.',
    zh: '相对路径以 process.cwd() 为准，也就是用户敲命令时所在的目录。__dirname 是文件自己的目录，不会变。属于程序的东西用 __dirname 去找；用户指定的东西用工作目录去找。',
  },
  pitfalls: [
    {
      en: 'A program that works only when it is started from its own folder has mixed the two up.',
      zh: '只有在自己的目录里启动才能工作的程序，就是把两者弄混了。',
    },
  ],
  links: ['https://nodejs.org/api/modules.html#__dirname'],
} satisfies Demo
