import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Where the context gets lost', zh: '上下文在哪里丢失' },
  question: {
    en: "A pool calls callbacks later, from another request's turn. Whose value do they see?",
    zh: '一个池稍后才调用回调，那时轮到的是另一个请求。回调看到谁的值？',
  },
  explanation: {
    en: "The context belongs to where the callback is called from, not to where it was written. A queue of one's own therefore hands out the wrong one. AsyncResource.bind (or AsyncLocalStorage.bind) ties a function to the present context.",
    zh: '上下文取决于回调从哪里被调用，而不是写在哪里。所以自己写的队列会给错。AsyncResource.bind（或 AsyncLocalStorage.bind）把函数绑在当前上下文上。',
  },
  links: ['https://nodejs.org/api/async_context.html#static-method-asynclocalstoragebindfn'],
} satisfies Demo
