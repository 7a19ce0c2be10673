import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Buffers live outside the heap', zh: 'Buffer 在堆外' },
  question: {
    en: 'A Buffer of 100 MB is made in a process whose heap is limited to 40 MB. Does that work, and where does it count?',
    zh: '在堆上限为 40 MB 的进程里创建 100 MB 的 Buffer。可以吗？算在哪里？',
  },
  explanation: {
    en: "It works: the bytes are outside of V8's heap, only a small object is in it. They count in external and arrayBuffers, and in rss. So a process can use far more memory than its heap limit, which is why heapUsed alone does not find every leak.",
    zh: '可以：字节在 V8 堆外，堆里只有一个小对象。它们计入 external、arrayBuffers 和 rss。所以进程用的内存可以远超堆上限，只看 heapUsed 也就找不到所有泄漏。',
  },
  links: ['https://nodejs.org/api/process.html#processmemoryusage'],
  flags: ['--max-old-space-size=40'],
} satisfies Demo
