import type { Demo } from '../../../src/demo.ts'

export default {
  title: {
    en: 'resolve: an absolute path, from right to left',
    zh: 'resolve：从右往左得到绝对路径',
  },
  question: {
    en: 'The same three parts, joined and resolved. Where do the two differ?',
    zh: '同样的三部分，join 与 resolve 的结果有何不同？',
  },
  explanation: {
    en: 'resolve works like a series of cd: an absolute part starts over, and what is still relative in the end is taken from the working directory. join only glues.',
    zh: 'resolve 像一连串 cd：遇到绝对路径就从头来，最后仍是相对路径的，以工作目录为起点。join 只是拼接。',
  },
  links: ['https://nodejs.org/api/path.html#pathresolvepaths'],
} satisfies Demo
