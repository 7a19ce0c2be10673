import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'join: glue and tidy', zh: 'join：拼接并整理' },
  question: {
    en: 'What becomes of .., of double slashes and of an absolute part in the middle?',
    zh: '..、双斜杠、中间的绝对路径，各会变成什么？',
  },
  explanation: {
    en: 'join puts the parts together with separators and normalises the result. A part that begins with a slash is a part like any other. The posix variant is used here so that the output is the same everywhere.',
    zh: 'join 用分隔符拼接各部分，再规范化结果。以斜杠开头的部分与其他部分一样对待。这里用 posix 版本，输出在哪里都相同。',
  },
  pitfalls: [
    {
      en: 'With .. from a user, join leaves the folder without a word. See path/traversal.',
      zh: '如果 .. 来自用户，join 会一声不响地走出目录。见 path/traversal。',
    },
  ],
  links: ['https://nodejs.org/api/path.html#pathjoinpaths'],
} satisfies Demo
