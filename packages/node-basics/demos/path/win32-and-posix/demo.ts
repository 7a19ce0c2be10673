import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Two kinds of paths', zh: '两种路径' },
  question: {
    en: 'The same text is read as a POSIX and as a Windows path. Which of them sees folders?',
    zh: '同一段文本分别当作 POSIX 路径和 Windows 路径来读。谁能看到目录？',
  },
  explanation: {
    en: 'path is the variant of the system it runs on; both are always there as path.posix and path.win32. Windows takes both slashes, POSIX takes a backslash for an ordinary character of a name.',
    zh: 'path 是当前系统的版本；两种版本始终都在：path.posix 和 path.win32。Windows 两种斜杠都认，POSIX 把反斜杠当作名字里的普通字符。',
  },
  pitfalls: [
    {
      en: 'What comes from a URL or a zip file has forward slashes: use path.posix on it, on every system.',
      zh: '来自 URL 或 zip 文件的路径用正斜杠：在任何系统上都要用 path.posix 处理。',
    },
  ],
  links: ['https://nodejs.org/api/path.html#windows-vs-posix'],
} satisfies Demo
