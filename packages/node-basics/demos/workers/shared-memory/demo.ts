import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Memory that two threads see', zh: '两个线程都看得到的内存' },
  question: {
    en: 'Four workers add 1 to a shared number, 5,000 times each: with += and with Atomics.add. What comes out?',
    zh: '四个 worker 各给共享数字加 1 共 5000 次：用 += 和用 Atomics.add。结果是多少？',
  },
  explanation: {
    en: '+= reads, adds and writes; two threads can read the same value and one addition is lost. Atomics.add is one step. 20,000 is certain only there.',
    zh: '+= 是读、加、写三步；两个线程可能读到同一个值，于是丢掉一次加法。Atomics.add 是一步完成。只有它保证得到 20000。',
  },
  links: ['https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Atomics'],
} satisfies Demo
