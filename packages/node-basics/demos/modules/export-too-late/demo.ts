import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Exporting in a callback is too late', zh: '在回调里导出为时已晚' },
  question: {
    en: 'Both modules export when a timer fires. What does the caller see at once, and what after the timers?',
    zh: '两个模块都在定时器触发时才导出。调用者马上看到什么？定时器之后又看到什么？',
  },
  explanation: {
    en: 'require reads module.exports the moment the file has run to its end. Replacing it later leaves callers with the old empty object. A property that is added later does reach them, because it is added to the object they hold, but not before the timer. For what takes time, export a promise or a function that returns one.',
    zh: '文件一运行完，require 就读取 module.exports。之后再替换它，调用者手里仍是旧的空对象。后来添加的属性倒是看得到，因为加在他们持有的那个对象上，但要等到定时器之后。需要时间才能得到的东西，应当导出 promise，或者返回 promise 的函数。',
  },
  links: ['https://nodejs.org/api/modules.html#moduleexports'],
} satisfies Demo
