import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Making folders', zh: '创建目录' },
  question: {
    en: 'Folders are made one level and three levels deep, and again where they exist. Which calls fail?',
    zh: '创建一层、三层目录，再在已存在时重复一次。哪些调用失败？',
  },
  explanation: {
    en: 'mkdir makes one folder whose parent must exist. With recursive it makes all that are missing, returns the first one it made, and is content where they exist already.',
    zh: 'mkdir 只创建一层，父目录必须存在。加 recursive 会补全缺失的各层，返回它创建的第一层；已存在也不报错。',
  },
  links: ['https://nodejs.org/api/fs.html#fspromisesmkdirpath-options'],
} satisfies Demo
