import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Topic } from '../../src/topic.ts'

export default {
  group: 'applications',
  title: { en: 'WebSockets', zh: 'WebSocket' },
  question: {
    en: 'A WebSocket server listens on the same port as the app. Does the app’s middleware see the handshake?',
    zh: 'WebSocket 服务器与应用共用一个端口。应用的中间件能看到握手请求吗？',
  },
  requests: [
    { name: { en: 'the page', zh: '普通页面' }, target: '/' },
    {
      name: { en: 'a conversation', zh: '一次对话' },
      async visit({ port }) {
        const socket = new WebSocket(`ws://127.0.0.1:${port}/echo`)
        const told: string[] = []
        socket.on('upgrade', ({ statusCode, headers }) => {
          told.push(`${statusCode}, X-Seen-By: ${headers['x-seen-by'] ?? 'nobody'}`)
        })
        socket.on('message', (data, isBinary) => {
          told.push(isBinary ? `binary: ${(data as Buffer).toString('hex')}` : `text: ${data}`)
        })
        await once(socket, 'open')
        socket.send('你好')
        socket.send(Uint8Array.of(0, 255))
        socket.send('bye')
        const [code, reason] = await once(socket, 'close')
        return [...told, `closed: ${code} ${reason}`]
      },
    },
    {
      name: { en: 'a handshake for another path', zh: '在别的路径上握手' },
      async visit({ port }) {
        const socket = new WebSocket(`ws://127.0.0.1:${port}/elsewhere`)
        const [error] = await once(socket, 'error')
        return [error.message]
      },
    },
    {
      name: { en: 'a handshake that is none', zh: '不合格的握手' },
      target: '/echo',
      headers: [
        ['Connection', 'Upgrade'],
        ['Upgrade', 'websocket'],
      ],
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'a page beside the socket',
        headers: { 'x-seen-by': 'middleware of GET /' },
      },
      {
        told: [
          '101, X-Seen-By: nobody',
          'text: welcome to /echo',
          'text: 你好',
          'binary: 00ff',
          'closed: 4000 as you wish',
        ],
      },
      { told: ['Unexpected server response: 400'] },
      { status: 400, fate: 'closed' },
    ],
    why: {
      en: 'Node gives a request that wants to upgrade to the upgrade event of the server, not to its request event, and only the latter is the app. ws listens to the former.',
      zh: 'Node 把要求升级协议的请求交给服务器的 upgrade 事件，而不是 request 事件；应用只是后者的监听函数。ws 监听的是前者。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'a page beside the socket',
        headers: { 'x-seen-by': 'middleware of GET /' },
      },
      {
        told: [
          '101, X-Seen-By: nobody',
          'text: welcome to /echo',
          'text: 你好',
          'binary: 00ff',
          'closed: 4000 as you wish',
        ],
      },
      { told: ['Unexpected server response: 400'] },
      { status: 400, fate: 'closed' },
    ],
    why: {
      en: 'The same: app.callback() is a listener of the request event, and no upgrade ever reaches it.',
      zh: '完全相同：app.callback() 只是 request 事件的监听函数，升级请求到不了它。',
    },
  },
  answer: {
    en: 'Neither framework knows WebSockets, and its middleware (sessions, log-in, logging) does not run for them: check who is there in the upgrade event. Both share the port by making the http server themselves.',
    zh: '两个框架都不认识 WebSocket，中间件（会话、登录、日志）对它不起作用：要在 upgrade 事件里自己检查身份。两边共用端口的办法都是自己创建 http 服务器。',
  },
} satisfies Topic
