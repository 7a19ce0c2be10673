import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'One thread, many cores: cluster', zh: '一个线程，多个核：cluster' },
  question: {
    en: 'Two workers listen on the same port. Who answers four connections, and what happens when one dies?',
    zh: '两个工作进程监听同一个端口。四个连接由谁应答？其中一个死了会怎样？',
  },
  explanation: {
    en: 'The primary opens the port and deals connections out in turn. Workers are processes: they share no memory, so sessions and counters belong into a store. When one dies the primary learns of it and starts another; the port stays open.',
    zh: '主进程打开端口，轮流分发连接。工作进程是独立的进程，不共享内存，所以会话和计数要放进外部存储。某个死了，主进程会知道并另起一个；端口一直开着。',
  },
  links: ['https://nodejs.org/api/cluster.html'],
  posixOnly: {
    en: 'On Windows the system deals out connections, not in turn.',
    zh: '在 Windows 上由系统分发连接，并不轮流。',
  },
} satisfies Demo
