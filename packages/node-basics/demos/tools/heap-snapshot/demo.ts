import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A heap snapshot', zh: '堆快照' },
  question: {
    en: 'A cache holds 1000 orders that should have gone. What does a snapshot show of them?',
    zh: '缓存里留着一千个本该消失的订单。快照能看出什么？',
  },
  explanation: {
    en: 'A snapshot lists every object with its class and who refers to it. Compare two: the class whose number has grown is the leak, and its retainers say who holds it. v8.writeHeapSnapshot() writes a file for the Memory tab of DevTools; --heapsnapshot-signal makes one on demand.',
    zh: '快照列出每个对象、它的类和引用者。比较两份：数量增长的类就是泄漏，引用链说明是谁抓着它。v8.writeHeapSnapshot() 写出供 DevTools 的 Memory 面板打开的文件；--heapsnapshot-signal 可按需生成。',
  },
  pitfalls: [
    {
      en: 'A snapshot stops the program for seconds and takes as much memory again.',
      zh: '生成快照会让程序停上几秒，还要再占一份同样大的内存。',
    },
  ],
  links: ['https://nodejs.org/api/v8.html#v8getheapsnapshotoptions'],
} satisfies Demo
