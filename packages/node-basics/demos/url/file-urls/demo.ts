import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Files as URLs', zh: '用 URL 表示文件' },
  question: {
    en: "A file name holds a space, a % and a #. What do pathToFileURL and a hand-made 'file://' + name make of it?",
    zh: "文件名里有空格、% 和 #。pathToFileURL 与手工拼的 'file://' + 名字 各得到什么？",
  },
  explanation: {
    en: 'In a URL # begins the fragment and % an escape, so they have to be encoded. pathToFileURL and fileURLToPath do that, and know drive letters on Windows.',
    zh: '在 URL 里 # 开始片段，% 开始转义，所以必须编码。pathToFileURL 与 fileURLToPath 会处理好，也认识 Windows 的盘符。',
  },
  links: ['https://nodejs.org/api/url.html#urlpathtofileurlpath-options'],
} satisfies Demo
