import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Staying inside a folder', zh: '不让路径跑出目录' },
  question: {
    en: 'A user names a file below /srv/public. Which of the five names lead out, and does startsWith notice?',
    zh: '用户给出 /srv/public 下的文件名。五个名字中哪些会跑到外面？startsWith 能发现吗？',
  },
  explanation: {
    en: 'Resolve first, then ask for the relative way: it must not begin with .. nor be absolute. A mere startsWith lets /srv/public-secret pass, because the text does begin that way.',
    zh: '先 resolve，再求相对路径：它不能以 .. 开头，也不能是绝对路径。只用 startsWith 会放过 /srv/public-secret，因为文本确实以此开头。',
  },
  pitfalls: [
    {
      en: 'Decode the URL before the check. %2e%2e%2f is ../ as well.',
      zh: '检查之前先对 URL 解码。%2e%2e%2f 也是 ../。',
    },
  ],
  links: ['https://nodejs.org/api/path.html#pathrelativefrom-to'],
} satisfies Demo
