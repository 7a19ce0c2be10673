import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'fork: a Node process to talk to', zh: 'fork：能对话的 Node 进程' },
  question: {
    en: 'Parent and child exchange objects. What becomes of a Date, of a function, of undefined on the way?',
    zh: '父子进程互发对象。Date、函数、undefined 在路上变成什么？',
  },
  explanation: {
    en: "fork is spawn with a channel: send and message. By default messages are JSON: dates become texts, functions and undefined are lost. serialization: 'advanced' keeps dates, maps and more. The channel keeps the child alive until disconnect.",
    zh: "fork 就是带通道的 spawn：send 与 message。默认用 JSON：日期变成文本，函数和 undefined 丢失。serialization: 'advanced' 能保留日期、Map 等。通道会让子进程一直活着，直到 disconnect。",
  },
  links: ['https://nodejs.org/api/child_process.html#child_processforkmodulepath-args-options'],
} satisfies Demo
