import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Removing folders: rmdir and rm', zh: '删除目录：rmdir 与 rm' },
  question: {
    en: 'Which of rmdir, rm, rm with recursive and rm with force take a folder that has a file in it?',
    zh: 'rmdir、rm、带 recursive 的 rm、带 force 的 rm，哪个能删除里面有文件的目录？',
  },
  explanation: {
    en: 'Only recursive. rmdir wants an empty folder; rm without recursive takes files only; force is about what is missing, not about what is full.',
    zh: '只有 recursive 可以。rmdir 要求目录为空；不带 recursive 的 rm 只删文件；force 管的是“不存在”，不是“非空”。',
  },
  pitfalls: [
    {
      en: 'Check twice which path you hand over. There is no way back from recursive.',
      zh: '交出去的路径要检查两遍。recursive 没有回头路。',
    },
  ],
  links: ['https://nodejs.org/api/fs.html#fspromisesrmpath-options'],
} satisfies Demo
