import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Walking a tree', zh: '遍历目录树' },
  question: {
    en: 'A generator walks folders depth first. What does it do about a link that leads back up?',
    zh: '一个生成器深度优先地遍历目录。遇到指回上层的链接会怎样？',
  },
  explanation: {
    en: 'A Dirent of a link is neither file nor folder, so it is passed by: no endless loop. yield* hands on what the inner walk finds, one file at a time, and the caller may stop whenever it has enough.',
    zh: '链接的 Dirent 既不是文件也不是目录，所以被跳过：不会无限循环。yield* 把里层找到的逐个往外传，调用者随时可以停下。',
  },
  links: ['https://nodejs.org/api/fs.html#class-fsdirent'],
} satisfies Demo
