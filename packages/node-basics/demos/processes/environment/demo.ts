import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'What a child inherits', zh: '子进程继承了什么' },
  question: {
    en: "A child is started with env: { TEA: 'green' }. Does it still have PATH? And where does it stand?",
    zh: "用 env: { TEA: 'green' } 启动子进程。它还有 PATH 吗？它站在哪个目录？",
  },
  explanation: {
    en: "env replaces everything: spread process.env to add to it. cwd is the parent's unless it is given. Values are always strings: undefined is left out, a number becomes a text.",
    zh: 'env 会替换全部环境：要追加就展开 process.env。不给 cwd 就是父进程的目录。值总是字符串：undefined 会被略去，数字变成文本。',
  },
  links: ['https://nodejs.org/api/child_process.html#child_processspawncommand-args-options'],
} satisfies Demo
