import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Appending', zh: '追加' },
  question: {
    en: 'Ten appendFile calls are started at once. Are all ten lines there afterwards, and in order?',
    zh: '同时发起十次 appendFile。之后十行都在吗？顺序呢？',
  },
  explanation: {
    en: 'Each append writes at the end as it is then, so nothing is lost. But calls that run at the same time may end in any order; await each, or use one write stream, where order matters.',
    zh: '每次追加都写在当时的末尾，所以不会丢。但同时进行的调用完成顺序不定；在意顺序就逐个 await，或用一个写入流。',
  },
  links: ['https://nodejs.org/api/fs.html#fspromisesappendfilepath-data-options'],
} satisfies Demo
