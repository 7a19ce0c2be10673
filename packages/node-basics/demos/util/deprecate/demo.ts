import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Saying goodbye to a function', zh: '告别一个函数' },
  question: {
    en: 'A deprecated function is called three times. How many warnings are there, and on which stream?',
    zh: '被弃用的函数调用三次。会有几条警告？在哪个流上？',
  },
  explanation: {
    en: 'One per code, on stderr, as a process warning. --throw-deprecation makes errors of them, --trace-deprecation shows where the call is.',
    zh: '每个代码只警告一次，作为进程警告打到 stderr。--throw-deprecation 把它变成错误，--trace-deprecation 显示调用位置。',
  },
  links: ['https://nodejs.org/api/util.html#utildeprecatefn-msg-code'],
  flags: ['--no-warnings'],
} satisfies Demo
