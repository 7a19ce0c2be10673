import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'pipe does not pass errors on', zh: 'pipe 不传递错误' },
  question: {
    en: 'The source breaks after the first chunk. What does the target learn of it, with pipe and with pipeline?',
    zh: '源在第一段之后出错。用 pipe 和用 pipeline，目标各知道些什么？',
  },
  explanation: {
    en: 'pipe leaves the target open for ever: a file that is never closed, a response that never ends. pipeline destroys all of its streams as soon as one fails, and reports the error once.',
    zh: 'pipe 会让目标永远开着：文件不关，响应不结束。pipeline 只要有一个流失败，就销毁所有的流，并报告一次错误。',
  },
  links: [
    'https://nodejs.org/api/stream.html#streampipelinesource-transforms-destination-callback',
  ],
} satisfies Demo
