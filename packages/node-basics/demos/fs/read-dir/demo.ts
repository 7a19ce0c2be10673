import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Listing a folder', zh: '列出目录' },
  question: {
    en: 'readdir gives names. How does one learn which are folders without asking for each?',
    zh: 'readdir 给出名字。不逐个查询，怎样知道哪些是目录？',
  },
  explanation: {
    en: "withFileTypes gives Dirent objects, which know. recursive lists everything below. The order is the file system's: sort where it matters.",
    zh: 'withFileTypes 给出 Dirent 对象，它们知道类型。recursive 列出下面的一切。顺序由文件系统决定：在意就排序。',
  },
  links: ['https://nodejs.org/api/fs.html#fspromisesreaddirpath-options'],
} satisfies Demo
