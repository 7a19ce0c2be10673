import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'EventTarget beside EventEmitter', zh: 'EventTarget 与 EventEmitter 对照' },
  question: {
    en: 'Browsers have EventTarget, and so has Node. The first listener throws: is the second one called, on either?',
    zh: '浏览器有 EventTarget，Node 也有。第一个监听器抛错：两种里第二个还会被调用吗？',
  },
  explanation: {
    en: 'An EventTarget hands over one Event object, knows no error event, and calls every listener: what one throws goes to the process as an uncaught exception. An EventEmitter passes arguments and stops at the first throw.',
    zh: 'EventTarget 交给监听器的是一个 Event 对象，没有特殊的 error 事件，而且会调用每一个监听器：抛出的错误作为未捕获异常交给进程。EventEmitter 传递参数，遇到第一个抛错就停。',
  },
  links: ['https://nodejs.org/api/events.html#eventtarget-and-event-api'],
} satisfies Demo
