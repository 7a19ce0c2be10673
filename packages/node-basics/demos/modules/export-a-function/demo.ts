import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'To run code again, export a function', zh: '想让代码再次运行，就导出函数' },
  question: {
    en: 'dice.cjs exports a function that makes dice. How often is the file run, and do the two dice share a state?',
    zh: 'dice.cjs 导出一个造骰子的函数。文件运行几次？两个骰子共享状态吗？',
  },
  explanation: {
    en: 'The file itself still runs once. But each call of the exported function runs its body, with variables of its own. That is how express() or a Koa app can be made twice in one process.',
    zh: '文件本身仍然只运行一次。但每次调用导出的函数，都会运行函数体，变量各自独立。同一个进程里能有两个 express() 或 Koa 应用，靠的就是这一点。',
  },
  links: ['https://nodejs.org/api/modules.html#caching'],
} satisfies Demo
