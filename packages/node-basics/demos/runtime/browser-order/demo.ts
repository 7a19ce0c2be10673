import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The loop of a browser', zh: '浏览器的事件循环' },
  question: {
    en: 'The same script in a browser and here. Which lines exist only here, and do the others keep their order?',
    zh: '同一段脚本在浏览器和在这里。哪些行只有这里有？其余的顺序一样吗？',
  },
  explanation: {
    en: "What both know comes in the same order: code, microtasks, then timers with their microtasks in between. A browser has no nextTick and no setImmediate; it renders between tasks (requestAnimationFrame), holds nested timers to 4 ms, and has one queue of tasks a source where Node has phases. So only code without Node's own two runs alike on both.",
    zh: '双方都有的部分顺序相同：代码、微任务，然后是定时器，其间清空各自的微任务。浏览器没有 nextTick 和 setImmediate；它在任务之间渲染（requestAnimationFrame），嵌套定时器至少 4 毫秒；它按任务来源分队列，Node 则分阶段。所以不用 Node 独有的那两个，代码才能在两边行为一致。',
  },
  links: ['https://developer.mozilla.org/docs/Web/JavaScript/Guide/In_depth'],
} satisfies Demo
