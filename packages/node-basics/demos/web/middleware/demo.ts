import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 16: a stack of functions', zh: '手写 Web 16：一叠函数' },
  question: {
    en: 'Three functions each get next. The second answers without calling it. Who runs, and what does each framework add to this?',
    zh: '三个函数各拿到一个 next。第二个没有调用它就应答了。谁会运行？两个框架在此之上加了什么？',
  },
  explanation: {
    en: 'next calls the following function; who does not call it ends the walk. That is all there is to middleware. Express adds errors and paths, and next returns nothing; Koa lets next return a promise, so that code after await next() runs on the way back: see pnpm compare onion.',
    zh: 'next 调用下一个函数；谁不调用它，行程就到此为止。中间件不过如此。Express 加上错误处理和路径，next 没有返回值；Koa 让 next 返回 promise，于是 await next() 之后的代码在返程中运行：见 pnpm compare onion。',
  },
  links: ['https://koajs.com'],
} satisfies Demo
