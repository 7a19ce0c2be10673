import { type RequestOptions, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Topic } from '../../src/topic.ts'

/** One request by Node's own client over a connection of its own, told in a line. */
function ask(name: string, options: RequestOptions): Promise<string> {
  return new Promise((resolve) => {
    request({ host: '127.0.0.1', agent: false, ...options })
      .on('response', async (res) => {
        resolve(`${name}: ${res.statusCode} ${await text(res)}`)
      })
      .on('error', (err: NodeJS.ErrnoException) => resolve(`${name}: ${err.code}`))
      .end()
  })
}

const told = [
  'the one at work: 200 done',
  'the one who closes: 200 closing',
  'one who comes too late: ECONNREFUSED',
]

export default {
  group: 'applications',
  title: { en: 'Shutting down gracefully', zh: '优雅关闭' },
  question: {
    en: 'The server is told to close while a slow request is under way. What becomes of that request, of idle connections, and of whoever comes next?',
    zh: '慢请求还在处理时，服务器被要求关闭。这个请求、空闲连接、以及后来者，各会怎样？',
  },
  requests: [
    {
      name: { en: 'a slow request, a shutdown, a latecomer', zh: '慢请求、关闭、迟到者' },
      async visit({ port, tools: { wait } }) {
        const slow = ask('the one at work', { port, path: '/slow' })
        await wait(20)
        const closing = await ask('the one who closes', { port, method: 'POST', path: '/shutdown' })
        const late = await ask('one who comes too late', { port, path: '/slow' })
        return [await slow, closing, late]
      },
    },
  ],
  express: {
    shows: [{ told }],
    why: {
      en: 'Express has no close of its own: app.listen() gives Node’s server, and server.close() stops listening, lets the running requests end.',
      zh: 'Express 没有自己的 close：app.listen() 返回 Node 的服务器，server.close() 停止监听，让进行中的请求做完。',
    },
  },
  koa: {
    shows: [{ told }],
    why: {
      en: 'The same server, the same close(): the framework is only its listener.',
      zh: '同样的服务器，同样的 close()：框架只是它的监听函数。',
    },
  },
  answer: {
    en: 'Keep the server that listen() returns, close it on SIGTERM, then close what stands behind the app (pools, sockets), and end the process by a timer if that takes too long.',
    zh: '保留 listen() 返回的服务器，收到 SIGTERM 时关闭它，再关闭应用背后的东西（连接池、套接字）；如果太久，就用定时器强制结束进程。',
  },
} satisfies Topic
