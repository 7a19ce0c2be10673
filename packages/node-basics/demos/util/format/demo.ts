import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Placeholders in console.log', zh: 'console.log 的占位符' },
  question: {
    en: '%s, %d, %j, %o and %%: what becomes of an object, a text and too many arguments?',
    zh: '%s、%d、%j、%o、%%：对象、文本、多余的参数各会怎样？',
  },
  explanation: {
    en: 'The first argument is a format when it is a string. %d of a text that is no number is NaN; arguments that are left over follow after a blank. That is why a message from outside must not be the first argument.',
    zh: '第一个参数是字符串时就当作格式。%d 遇到不是数字的文本得到 NaN；多余的参数用空格接在后面。所以外来的消息不要当第一个参数。',
  },
  links: ['https://nodejs.org/api/util.html#utilformatformat-args'],
} satisfies Demo
