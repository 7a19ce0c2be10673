import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import type { Topic } from '../../src/topic.ts'

/** Comes into the room and writes down what it hears. */
function come(port: number, name?: string): { socket: Socket; heard: string[] } {
  const heard: string[] = []
  const socket = io(`http://127.0.0.1:${port}`, {
    auth: { name },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  })
  socket.onAny((event, ...args) => heard.push(`${name} hears: ${event} ${args.join(': ')}`))
  return { socket, heard }
}

const told = [
  '2 heard it',
  'Ada hears: joined Bob',
  'Ada hears: said Bob: 你好',
  'Ada hears: left Bob',
  'Bob hears: said Bob: 你好',
]

export default {
  group: 'applications',
  title: { en: 'A chat with socket.io', zh: '用 socket.io 聊天' },
  question: {
    en: 'Two people are in a room, one speaks and leaves. What has the framework to do with it?',
    zh: '房间里有两个人，一个说了话然后离开。这与框架有什么关系？',
  },
  requests: [
    { name: { en: 'the page', zh: '页面' }, target: '/' },
    {
      name: { en: 'two people', zh: '两个人' },
      async visit({ port }) {
        const ada = come(port, 'Ada')
        await once(ada.socket as never, 'connect')
        const bob = come(port, 'Bob')
        const joined = once(ada.socket as never, 'joined')
        await once(bob.socket as never, 'connect')
        await joined
        const said = once(ada.socket as never, 'said')
        const count = await bob.socket.emitWithAck('say', '你好')
        await said
        const left = once(ada.socket as never, 'left')
        bob.socket.disconnect()
        await left
        ada.socket.disconnect()
        return [`${count} heard it`, ...ada.heard, ...bob.heard]
      },
    },
    {
      name: { en: 'somebody without a name', zh: '没有名字的人' },
      async visit({ port }) {
        const { socket } = come(port)
        const [error] = await once(socket as never, 'connect_error')
        socket.disconnect()
        return [error.message]
      },
    },
  ],
  express: {
    shows: [{ status: 200, body: 'the page with the chat' }, { told }, { told: ['who are you?'] }],
    why: {
      en: 'socket.io stands before the app on the same server and takes what begins with /socket.io/; its own io.use is no middleware of Express.',
      zh: 'socket.io 站在同一个服务器上、应用之前，接管以 /socket.io/ 开头的请求；它的 io.use 不是 Express 的中间件。',
    },
  },
  koa: {
    shows: [{ status: 200, body: 'the page with the chat' }, { told }, { told: ['who are you?'] }],
    why: {
      en: 'The same: Koa gets only what socket.io leaves, through app.callback().',
      zh: '完全相同：Koa 通过 app.callback() 只拿到 socket.io 剩下的请求。',
    },
  },
  answer: {
    en: 'Nothing: the chat is the same on both, since it hangs on the http server. Whoever wants the sessions of the app in the chat has to read them in io.use.',
    zh: '没有关系：聊天挂在 http 服务器上，两边相同。想在聊天里用应用的会话，要在 io.use 里自己读取。',
  },
} satisfies Topic
