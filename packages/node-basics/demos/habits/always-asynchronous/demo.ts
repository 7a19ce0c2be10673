import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Sometimes now, sometimes later', zh: '时而立即，时而稍后' },
  question: {
    en: "A function with a cache calls back at once when it knows the answer. What does that do to the caller's order?",
    zh: '带缓存的函数知道答案时立即回调。这对调用者的顺序有何影响？',
  },
  explanation: {
    en: 'The lines change places between the first call and the second. A callback must come always later (or always at once): defer the known answer with process.nextTick. An async function does so by nature.',
    zh: '第一次与第二次调用之间，两行的顺序颠倒了。回调要么总是稍后，要么总是立即：已知的答案用 process.nextTick 推迟。async 函数天生如此。',
  },
  links: ['https://nodejs.org/api/process.html#when-to-use-queuemicrotask-vs-processnexttick'],
} satisfies Demo
