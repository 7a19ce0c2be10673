import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'pipe', zh: 'pipe：接起来' },
  question: {
    en: 'A source is piped into two targets, one of them slow. Which speed does the source keep?',
    zh: '一个源同时 pipe 到两个目标，其中一个很慢。源按谁的速度走？',
  },
  explanation: {
    en: 'pipe returns its target, so that pipes can be chained. It writes each chunk to the target and waits when the target is full; with two targets it waits for the slower one. It ends the target when the source ends.',
    zh: 'pipe 返回目标，所以可以连着写。它把每段写给目标，目标满了就等；有两个目标时，等较慢的那个。源结束时它会结束目标。',
  },
  links: ['https://nodejs.org/api/stream.html#readablepipedestination-options'],
} satisfies Demo
