/** Three steps that call back later. */
type Callback = (err: Error | null, value?: string) => void

const later = (callback: Callback, err: string | null, value?: string) =>
  setImmediate(() => (err ? callback(new Error(err)) : callback(null, value)))

const users: Record<number, string> = { 1: 'Ada', 2: 'Bob' }

export const findUser = (id: number, callback: Callback) =>
  later(callback, users[id] ? null : 'no such user', users[id])

export const brew = (user: string, callback: Callback) =>
  later(callback, user === 'Bob' ? 'out of tea' : null, 'green tea')

export const pour = (tea: string, callback: Callback) => later(callback, null, `a cup of ${tea}`)
