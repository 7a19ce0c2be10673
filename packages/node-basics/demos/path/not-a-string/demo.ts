import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Joining what is no string', zh: '拼接非字符串' },
  question: {
    en: 'path.join gets undefined, a number and null. Are they turned into text, as + would do?',
    zh: 'path.join 收到 undefined、数字和 null。会像 + 那样变成文本吗？',
  },
  explanation: {
    en: 'No: ERR_INVALID_ARG_TYPE, at once. A file called "undefined" on the disk would be worse. It mostly means that a setting or an environment variable is missing.',
    zh: '不会：立刻抛出 ERR_INVALID_ARG_TYPE。要是磁盘上冒出一个叫 "undefined" 的文件就更糟了。这多半说明漏了某个配置或环境变量。',
  },
  links: ['https://nodejs.org/api/errors.html#err_invalid_arg_type'],
} satisfies Demo
