import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'alloc and allocUnsafe', zh: 'alloc 与 allocUnsafe' },
  question: {
    en: 'alloc gives zeros. What does allocUnsafe give, and why are small ones so cheap?',
    zh: 'alloc 给出全零的内存。allocUnsafe 给出什么？为什么小块的这么便宜？',
  },
  explanation: {
    en: "allocUnsafe does not clear: old contents, perhaps a password, may stand in it, so fill all of it. Small ones are cut from a shared pool (8 KiB, 64 KiB since Node 24), alloc's never are.",
    zh: 'allocUnsafe 不清零：里面可能是旧内容，甚至是口令，所以必须全部写满。小块从一个共享池（8 KiB，Node 24 起为 64 KiB）里切出来，alloc 的从不来自池子。',
  },
  pitfalls: [
    {
      en: 'Never send an allocUnsafe Buffer that was only partly filled. That was a real leak in many servers.',
      zh: '只写了一部分的 allocUnsafe Buffer 绝不能发出去。许多服务器真的这样泄露过数据。',
    },
  ],
  links: ['https://nodejs.org/api/buffer.html#static-method-bufferallocunsafesize'],
} satisfies Demo
