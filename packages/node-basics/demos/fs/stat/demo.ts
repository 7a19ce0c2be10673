import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'What stat knows', zh: 'stat 知道什么' },
  question: {
    en: 'What do stat and lstat say about a file, a folder and a link to the file?',
    zh: '对文件、目录、指向文件的链接，stat 与 lstat 各怎么说？',
  },
  explanation: {
    en: 'stat follows links, lstat looks at the link itself. size is bytes, times are in milliseconds since 1970, mode holds the permissions in its last nine bits.',
    zh: 'stat 跟随链接，lstat 看链接本身。size 是字节数，时间是 1970 年以来的毫秒，mode 的后九位是权限。',
  },
  links: ['https://nodejs.org/api/fs.html#class-fsstats'],
  posixOnly: {
    en: 'Symbolic links and permission bits need POSIX.',
    zh: '符号链接和权限位需要 POSIX 系统。',
  },
} satisfies Demo
