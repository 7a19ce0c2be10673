import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Opening a file: handles and flags', zh: '打开文件：句柄与标志' },
  question: {
    en: 'The same file is opened with r, r+, w, a and wx. Which may write, which empty it, which fail?',
    zh: '用 r、r+、w、a、wx 打开同一个文件。哪些能写？哪些会清空它？哪些失败？',
  },
  explanation: {
    en: 'r reads only, r+ also writes and keeps the contents, w empties first, a writes at the end wherever you say, x refuses what exists. An open handle is a resource: close it in finally.',
    zh: 'r 只读；r+ 可写且保留内容；w 先清空；a 不管你说写哪都写在末尾；x 拒绝已存在的文件。打开的句柄是资源：在 finally 里关闭。',
  },
  pitfalls: [
    {
      en: 'Handles are limited, mostly to 1024 a process. A leak ends in EMILFE: too many open files.',
      zh: '句柄数量有限，多数系统每个进程 1024 个。泄漏到最后就是 EMFILE：打开的文件太多。',
    },
  ],
  links: ['https://nodejs.org/api/fs.html#fspromisesopenpath-flags-mode'],
} satisfies Demo
