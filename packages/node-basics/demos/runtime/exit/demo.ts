import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'How a process ends', zh: '进程怎样结束' },
  question: {
    en: 'beforeExit, exit, exitCode, process.exit(): what is still possible in which of them?',
    zh: 'beforeExit、exit、exitCode、process.exit()：在哪一步还能做什么？',
  },
  explanation: {
    en: 'When nothing is left to do, beforeExit comes, and may start new work; then exit, where only synchronous code runs. process.exit() skips beforeExit and everything that waits, also output into a pipe. So set process.exitCode and let the process end by itself.',
    zh: '无事可做时触发 beforeExit，里面还能开始新的工作；然后是 exit，只能运行同步代码。process.exit() 跳过 beforeExit 和一切等待中的事，包括写往管道的输出。所以应设置 process.exitCode，让进程自己结束。',
  },
  links: ['https://nodejs.org/api/process.html#event-beforeexit'],
} satisfies Demo
