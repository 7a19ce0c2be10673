/**
 * What a framework takes besides time for requests.
 *
 * @module
 */
import { get, type MemoryCase, type SizeCase, type StartUpCase } from '../case.ts'
import { helloPrograms } from './hello.ts'

/** Requests whose handler never answers. */
export const memory: MemoryCase = {
  kind: 'memory',
  id: 'memory',
  title: { en: 'memory of an open request', zh: '每个未完成请求的内存' },
  unit: 'kB',
  ask: get('/'),
  express({ express }) {
    const app = express()
    app.get('/', () => {})
    return app
  },
  koa({ Koa }) {
    const app = new Koa()
    app.use(() => new Promise(() => {}))
    return app
  },
  raw: { express: () => () => {}, koa: () => () => {} },
}

export const startUp: StartUpCase = {
  kind: 'start-up',
  id: 'start-up',
  title: { en: 'start-up', zh: '启动' },
  unit: 'ms',
  ...helloPrograms,
}

export const size: SizeCase = {
  kind: 'size',
  id: 'size',
  title: { en: 'installed size', zh: '安装体积' },
  unit: 'MB',
}
