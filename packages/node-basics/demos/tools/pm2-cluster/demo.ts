import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'pm2 in cluster mode', zh: 'pm2 的集群模式' },
  question: {
    en: 'pm2 starts two instances of a server that listens on one port. How many processes are there, and who opened the port?',
    zh: 'pm2 为监听同一端口的服务器启动两个实例。有几个进程？端口是谁打开的？',
  },
  explanation: {
    en: "Two processes of one name. pm2's daemon is the primary of a cluster: it opens the port and deals out the connections, and the server's code needs not know. -i max takes one per core; pm2 reload replaces them one after the other, so that somebody always answers.",
    zh: '同名的两个进程。pm2 的守护进程就是集群的主进程：由它打开端口、分发连接，服务器代码不必知道。-i max 表示每核一个；pm2 reload 逐个替换，始终有人应答。',
  },
  links: ['https://pm2.keymetrics.io/docs/usage/cluster-mode/'],
  posixOnly: { en: 'The daemon is reached by a socket file.', zh: '守护进程通过套接字文件联系。' },
} satisfies Demo
