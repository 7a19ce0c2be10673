import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Top-level await holds up whoever imports', zh: '顶层 await 会拖住导入者' },
  question: {
    en: 'slow.ts awaits 20 ms at its top level, quick.ts does not. Both are imported by main. Who prints when?',
    zh: 'slow.ts 在顶层等待 20 毫秒，quick.ts 不等。两者都由 main 导入。谁先打印？',
  },
  explanation: {
    en: 'A module that awaits at its top level is not ready until the await is over, and whoever imports it waits. Its siblings do not: quick runs while slow waits. main comes last.',
    zh: '在顶层 await 的模块，要等 await 结束才算就绪，导入它的模块只好等着。它的兄弟模块不等：slow 等待时 quick 照常运行。main 最后。',
  },
  pitfalls: [
    {
      en: 'A promise that never settles ends the process with exit code 13 when nothing else is left to do.',
      zh: '顶层等待的 promise 若永不完成，等到无事可做时进程会以退出码 13 结束。',
    },
  ],
  links: ['https://nodejs.org/api/esm.html#top-level-await'],
} satisfies Demo
