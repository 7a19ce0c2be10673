import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Reading the memory figures', zh: '读懂内存数字' },
  question: {
    en: 'A million small objects are kept, then let go. Which figures rise, and do they fall again?',
    zh: '留住一百万个小对象，再放掉。哪些数字上升？会降下来吗？',
  },
  explanation: {
    en: "heapUsed is what lives in V8's heap (and what is dead but not yet collected), heapTotal what V8 has taken from the system, rss all of the process. After a collection heapUsed falls; rss often stays, since V8 keeps pages for later.",
    zh: 'heapUsed 是 V8 堆里活着的（以及死了但还没回收的），heapTotal 是 V8 向系统要来的，rss 是整个进程。回收之后 heapUsed 会降；rss 往往不降，因为 V8 留着内存页备用。',
  },
  links: ['https://nodejs.org/api/process.html#processmemoryusage'],
  flags: ['--expose-gc'],
} satisfies Demo
