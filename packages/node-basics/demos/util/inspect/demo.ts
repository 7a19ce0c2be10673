import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'What console.log does with objects', zh: 'console.log 如何显示对象' },
  question: {
    en: 'An object four levels deep, a cycle, 200 numbers: what is shown and what is cut?',
    zh: '四层深的对象、循环引用、200 个数字：显示什么？省略什么？',
  },
  explanation: {
    en: 'console.log uses util.inspect: two levels deep, 100 elements, cycles marked. depth and the other options change it; a class can say for itself how it is shown.',
    zh: 'console.log 用的是 util.inspect：显示两层嵌套、100 个元素，循环会标出来。depth 等选项可以改变；类也可以自己决定如何显示。',
  },
  links: ['https://nodejs.org/api/util.html#utilinspectobject-options'],
} satisfies Demo
