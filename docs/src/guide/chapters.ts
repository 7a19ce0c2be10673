/**
 * The chapters of the guide, in the order of reading.
 *
 * @module
 */

/** A text in each language. */
export type Text = Readonly<Record<'en' | 'zh', string>>

/** One chapter: `docs/guide/<id>.md` and `docs/zh/guide/<id>.md`. */
export interface Chapter {
  id: string
  title: Text
}

export const CHAPTERS: readonly Chapter[] = [
  { id: 'why-node', title: { en: 'Why Node, and where it fits', zh: '为什么是 Node，适合做什么' } },
  { id: 'modules', title: { en: 'Modules', zh: '模块' } },
  { id: 'events', title: { en: 'Events', zh: '事件' } },
  { id: 'streams', title: { en: 'Streams', zh: '流' } },
  { id: 'http', title: { en: 'HTTP by hand', zh: '徒手写 HTTP' } },
  { id: 'stack', title: { en: 'A stack of functions', zh: '一叠函数' } },
  { id: 'errors', title: { en: 'Errors', zh: '错误' } },
  { id: 'routers', title: { en: 'Routers', zh: '路由器' } },
  { id: 'compose', title: { en: 'Compose', zh: 'compose' } },
  { id: 'context', title: { en: 'What a handler gets', zh: '处理函数得到什么' } },
  { id: 'bodies', title: { en: 'Bodies', zh: '正文' } },
  {
    id: 'decisions',
    title: { en: 'What each decided, and why', zh: '各自的取舍，以及原因' },
  },
]
