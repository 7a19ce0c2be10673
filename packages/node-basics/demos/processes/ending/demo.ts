import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Ending a child', zh: '结束子进程' },
  question: {
    en: 'Three children run for ever: one is killed, one has a timeout, one is aborted. What is reported for each?',
    zh: '三个子进程永远运行：一个被 kill，一个设了 timeout，一个被 abort。各报告什么？',
  },
  explanation: {
    en: 'A child that was ended by a signal has no exit code but a signal name. timeout does the same by itself; a signal of an AbortController makes an AbortError besides.',
    zh: '被信号结束的子进程没有退出码，只有信号名。timeout 自动做同样的事；AbortController 的 signal 还会产生 AbortError。',
  },
  pitfalls: [
    {
      en: 'A child that started children of its own may leave them behind.',
      zh: '子进程若又启动了自己的子进程，它们可能会留下来。',
    },
  ],
  links: ['https://nodejs.org/api/child_process.html#subprocesskillsignal'],
  posixOnly: {
    en: 'Windows has no signals; a killed process just ends.',
    zh: 'Windows 没有信号，被 kill 的进程只是结束。',
  },
} satisfies Demo
