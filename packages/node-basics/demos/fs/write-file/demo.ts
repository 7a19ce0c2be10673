import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Writing a whole file', zh: '写入整个文件' },
  question: {
    en: 'A file of ten letters is overwritten with three. What is left? And what does the flag wx refuse?',
    zh: '十个字母的文件被三个字母覆盖。剩下什么？wx 标志会拒绝什么？',
  },
  explanation: {
    en: 'writeFile empties the file first. wx fails where the file exists, so that two processes cannot both think they made it. Writing aside and renaming is the way to replace a file that others read: they see the old or the new one, never half of it.',
    zh: 'writeFile 先清空文件。wx 在文件已存在时失败，这样两个进程不会都以为是自己创建的。要替换别人正在读的文件，应写到旁边再改名：他们看到的要么是旧的，要么是新的，不会是半个。',
  },
  links: ['https://nodejs.org/api/fs.html#file-system-flags'],
} satisfies Demo
