import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Making a Buffer', zh: '创建 Buffer' },
  question: {
    en: 'A Buffer is made from a text, an array, an ArrayBuffer and a Buffer. Which of them share their memory with it?',
    zh: '分别用文本、数组、ArrayBuffer、Buffer 创建 Buffer。哪些与它共享内存？',
  },
  explanation: {
    en: 'Only the one over an ArrayBuffer is a view of the same memory; all others copy. Array elements are cut to a byte: 256 becomes 0, -1 becomes 255.',
    zh: '只有建立在 ArrayBuffer 上的是同一块内存的视图，其他都是拷贝。数组元素截成一个字节：256 变成 0，-1 变成 255。',
  },
  links: ['https://nodejs.org/api/buffer.html#static-method-bufferfromarray'],
} satisfies Demo
