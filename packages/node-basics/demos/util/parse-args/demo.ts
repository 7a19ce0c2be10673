import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Command-line options with what Node brings', zh: '用 Node 自带的工具解析命令行' },
  question: {
    en: '"-v --port 8080 --tag a --tag b file" is parsed. What type is the port, and what happens with --colour?',
    zh: '解析 "-v --port 8080 --tag a --tag b file"。port 是什么类型？遇到 --colour 会怎样？',
  },
  explanation: {
    en: 'Options are strings or booleans, so the port is a string. multiple collects. strict is the default: an unknown option throws with a code, so that a typo is not ignored.',
    zh: '选项只有字符串和布尔值，所以 port 是字符串。multiple 会收集多个值。默认是严格模式：未知选项带着代码抛错，拼写错误不会被放过。',
  },
  links: ['https://nodejs.org/api/util.html#utilparseargsconfig'],
} satisfies Demo
