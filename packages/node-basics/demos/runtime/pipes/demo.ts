import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Programs in a row', zh: '程序接力' },
  question: {
    en: 'cat | sort | head with three processes. What does the first one learn when the last has had enough?',
    zh: '三个进程串成 生成 | 转换 | 取前三。最后一个够了，第一个会知道什么？',
  },
  explanation: {
    en: 'stdout of the one is stdin of the next. When the reader goes, the pipe breaks: a write gives EPIPE, and a program that does not listen for it ends with an error. Streams carry the backpressure across processes, too.',
    zh: '前一个的 stdout 是后一个的 stdin。读的一方走了，管道就断了：再写会得到 EPIPE，不监听它的程序会带着错误结束。流还会把背压传过进程边界。',
  },
  links: ['https://nodejs.org/api/process.html#a-note-on-process-io'],
  posixOnly: {
    en: 'A broken pipe shows differently on Windows.',
    zh: '管道断开在 Windows 上表现不同。',
  },
} satisfies Demo
