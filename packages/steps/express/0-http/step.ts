import { createServer } from 'node:http'
import { defineStep } from '../../src/step.ts'
import { express } from './express.ts'

export default defineStep({
  id: '0-http',
  title: { en: 'An app is a function', zh: '应用就是一个函数' },
  idea: {
    en: 'Node calls one function for every request. So the smallest framework makes such a function, lets the user say what it does (`use`), and starts a server around it (`listen`). The app **is** the request listener: that is why an Express app can be handed to `http.createServer`, and later to another app.',
    zh: 'Node 为每个请求调用同一个函数。所以最小的框架只做三件事：造出这个函数，让用户说明它做什么（`use`），再围绕它启动服务器（`listen`）。应用**本身就是**请求监听函数：因此 Express 应用可以交给 `http.createServer`，以后也可以交给另一个应用。',
  },
  missing: {
    en: 'A second `use` replaces the first: there is room for one handler only.',
    zh: '第二次 `use` 会覆盖第一次：这里只放得下一个处理函数。',
  },
  files: ['express.ts'],
  subject: { express },
  cases: [
    {
      name: {
        en: 'answers with its handler',
        zh: '用它的处理函数应答',
      },
      program: ({ express }) =>
        express().use((req, res) => {
          res.end(`${req.method} ${req.url}`)
        }),
      request: { method: 'POST', target: '/a?b=c' },
      shows: { status: 200, body: 'POST /a?b=c' },
    },
    {
      name: {
        en: 'says 404 where there is no handler',
        zh: '没有处理函数时回答 404',
      },
      program: ({ express }) => express(),
      request: { target: '/nowhere' },
      shows: { status: 404, body: /Cannot GET \/nowhere/ },
    },
    {
      name: {
        en: 'is a request listener itself',
        zh: '本身就是请求监听函数',
      },
      program: ({ express }) =>
        createServer(
          express().use((_req, res) => {
            res.end('listened')
          }),
        ),
      shows: { status: 200, body: 'listened' },
    },
  ],
})
