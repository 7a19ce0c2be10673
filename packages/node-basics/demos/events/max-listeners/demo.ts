import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Eleven listeners and a warning', zh: '十一个监听器与警告' },
  question: {
    en: 'Eleven listeners are added for one event. Are all called, and who complains?',
    zh: '给一个事件加了十一个监听器。都会被调用吗？谁会抱怨？',
  },
  explanation: {
    en: "The limit of ten is no limit: all eleven are called. It is a smell detector. Listeners that are added for each request and never removed are the most common leak, so Node warns once, through process 'warning'. Where many are meant, set the number.",
    zh: "上限十个并不是真的限制：十一个都会被调用。它是嗅探器。每个请求都加监听器却从不移除，是最常见的泄漏，所以 Node 通过进程的 'warning' 事件警告一次。确实需要很多时，把上限调高。",
  },
  links: ['https://nodejs.org/api/events.html#emittersetmaxlistenersn'],
  flags: ['--no-warnings'],
} satisfies Demo
