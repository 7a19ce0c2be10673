import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: '--inspect, and what Chrome connects to', zh: '--inspect，以及 Chrome 连的是什么' },
  question: {
    en: 'A program is started with --inspect. What listens, what does it tell, and can it be reached from outside?',
    zh: '用 --inspect 启动程序。什么在监听？告诉了什么？外面连得到吗？',
  },
  explanation: {
    en: 'A small HTTP and WebSocket server on 127.0.0.1 (port 9229, here a free one). chrome://inspect reads /json/list and opens DevTools on the address given there. Who reaches the port can run any code in the program: never open it to a network.',
    zh: '一个在 127.0.0.1 上的小 HTTP 与 WebSocket 服务器（端口 9229，这里用空闲端口）。chrome://inspect 读取 /json/list，用里面的地址打开开发者工具。能连到这个端口的人就能在程序里运行任意代码：绝不要暴露到网络上。',
  },
  links: ['https://nodejs.org/en/learn/getting-started/debugging'],
} satisfies Demo
