import { type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import type { Topic } from '../../src/topic.ts'

/** What any of the pages tells. */
interface Page {
  worker: string
  answered: number
  visits: number
  total: number
}

/** A visitor with cookies, who comes over a new connection each time: processes take turns at connections, not at requests. */
class Visitor {
  readonly #port: number
  #cookie = ''

  constructor(port: number) {
    this.#port = port
  }

  async ask(path: string, signal?: AbortSignal): Promise<Page> {
    const headers = this.#cookie ? { cookie: this.#cookie } : {}
    const res = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ port: this.#port, host: '127.0.0.1', path, headers, agent: false, signal })
        .once('response', resolve)
        .once('error', reject)
        .end()
    })
    const cookies = res.headers['set-cookie']?.map((cookie) => cookie.split(';', 1)[0])
    if (cookies) this.#cookie = cookies.join('; ')
    return (await json(res)) as Page
  }

  /** Asks until an answer is as it is waited for: messages and new processes take their time. */
  async askUntil(path: string, isThat: (page: Page) => boolean): Promise<Page> {
    for (;;) {
      const page = await this.#askPatiently(path)
      if (page && isThat(page)) return page
      await setTimeout(20)
    }
  }

  /** A connection that Node's primary hands to a process which is just ending is never answered. */
  async #askPatiently(path: string): Promise<Page | undefined> {
    const patience = AbortSignal.timeout(2000)
    return this.ask(path, patience).catch((err) => {
      if (patience.aborted) return undefined
      throw err
    })
  }
}

const shows = [
  {
    told: [
      'one: answered 1, 2, 3',
      'two: answered 1, 2, 3',
      'the session: visit 1, 2, 3, 4, 5, 6',
      'one has been told of 6',
      'two has been told of 6',
    ],
  },
  {
    told: [
      'the process that ends: ECONNRESET',
      'the other one has gone on',
      'the new one: answered 1',
      'the session has gone on',
    ],
  },
]

export default {
  group: 'applications',
  needs: ['redis', 'workers'],
  title: { en: 'Several processes on one port', zh: '多个进程共用一个端口' },
  question: {
    en: 'Two processes share one port. A visitor comes six times: who answers, what does a variable count, what does the session count, and what is left when one process ends?',
    zh: '两个进程共用一个端口。同一位访客来了六次：由谁应答？变量数到几？会话数到几？一个进程退出之后，还剩下什么？',
  },
  requests: [
    {
      name: { en: 'six visits', zh: '六次访问' },
      async visit({ port }) {
        const visitor = new Visitor(port)
        const pages: Page[] = []
        while (pages.length < 6) pages.push(await visitor.ask('/'))
        const names = ['one', 'two']
        const answered = names.map((name) => pages.filter(({ worker }) => worker === name))
        for (const name of names) {
          await visitor.askUntil('/total', ({ worker, total }) => worker === name && total === 6)
        }
        return [
          ...names.map(
            (name, at) =>
              `${name}: answered ${answered[at]?.map(({ answered }) => answered).join(', ')}`,
          ),
          `the session: visit ${pages.map(({ visits }) => visits).join(', ')}`,
          ...names.map((name) => `${name} has been told of 6`),
        ]
      },
    },
    {
      name: { en: 'one of them ends', zh: '其中一个进程退出' },
      async visit({ port }) {
        const visitor = new Visitor(port)
        const before = await visitor.ask('/')
        const ending = await visitor.ask('/crash').catch(({ code }) => code)
        const meanwhile = await visitor.ask('/')
        const later = await visitor.askUntil('/', ({ worker }) => worker === 'the new one')
        return [
          `the process that ends: ${ending}`,
          meanwhile.answered > 1 ? 'the other one has gone on' : 'nobody has gone on',
          `${later.worker}: answered ${later.answered}`,
          later.visits > before.visits + 1 ? 'the session has gone on' : 'the session is lost',
        ]
      },
    },
  ],
  express: {
    shows,
    why: {
      en: 'Node’s cluster hands each new connection to the next worker; in each of them runs an app of its own. Only what stands outside of them is shared: the session in Redis, the sum that the primary keeps and tells by messages.',
      zh: 'Node 的 cluster 把每个新连接轮流交给下一个工作进程，每个进程里各有一个 app。只有放在进程之外的东西才是共享的：Redis 里的会话，以及由主进程累加、再用消息告知大家的总数。',
    },
  },
  koa: {
    shows,
    why: {
      en: 'The same: listen() in a worker asks the primary for the port, whichever framework calls it. Koa’s signed cookie holds on every process, since all are started with the same keys.',
      zh: '一样：在工作进程里调用 listen()，就是向主进程要这个端口，与框架无关。各进程的 keys 相同，所以 Koa 签过名的 cookie 在哪个进程都有效。',
    },
  },
  answer: {
    en: 'Neither framework knows of other processes. What has to be the same for all of them (sessions, limits, sockets to be told) belongs in a store or in messages; a variable belongs to one process and ends with it.',
    zh: '两个框架都不知道还有别的进程。需要各进程一致的东西（会话、限流计数、要通知的连接）应当放进存储，或用消息传递；变量只属于一个进程，也随它一起消失。',
  },
} satisfies Topic<'redis' | 'workers'>
