import type { Demo } from '../../../src/demo.ts'

export default {
  title: {
    en: 'subarray shares, slice of an Array copies',
    zh: 'subarray 共享内存，数组的 slice 是拷贝',
  },
  question: {
    en: 'A part of a Buffer is changed. Does the whole change? And a part of an Array?',
    zh: '改动 Buffer 的一部分，整体会变吗？数组的一部分呢？',
  },
  explanation: {
    en: "subarray (and Buffer's own slice) is a view of the same memory; writing through it writes there. It also keeps the whole alive: ten bytes of a 100 MB file hold 100 MB. Buffer.from(part) copies.",
    zh: 'subarray（以及 Buffer 自己的 slice）是同一块内存的视图，通过它写就是写原处。它还会让整块内存无法回收：100 MB 文件里的十个字节会占住 100 MB。Buffer.from(part) 才是拷贝。',
  },
  links: ['https://nodejs.org/api/buffer.html#bufsubarraystart-end'],
} satisfies Demo
