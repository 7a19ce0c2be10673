import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'execFileSync and spawnSync', zh: 'execFileSync 与 spawnSync' },
  question: {
    en: 'A timer of 1 ms is set, then a child runs synchronously. When does the timer fire?',
    zh: '设了 1 毫秒的定时器，然后同步运行子进程。定时器何时触发？',
  },
  explanation: {
    en: 'After the child has ended: the whole process waits for it. Fine for a build script; in a server everybody waits. spawnSync reports, execFileSync throws.',
    zh: '在子进程结束之后：整个进程都在等它。构建脚本里没问题；在服务器里就是所有人一起等。spawnSync 返回结果，execFileSync 抛错。',
  },
  links: ['https://nodejs.org/api/child_process.html#synchronous-process-creation'],
} satisfies Demo
