type Callback = (err: null, price: number) => void
const cache = new Map<string, number>()

function mixed(tea: string, callback: Callback): void {
  const known = cache.get(tea)
  if (known !== undefined) return callback(null, known)
  setImmediate(() => {
    cache.set(tea, tea.length)
    callback(null, tea.length)
  })
}

function always(tea: string, callback: Callback): void {
  const known = cache.get(tea)
  if (known !== undefined) return process.nextTick(callback, null, known)
  mixed(tea, callback)
}

async function ask(order: typeof mixed, title: string): Promise<void> {
  await new Promise<void>((resolve) => {
    order('green', () => {
      console.log(title, 'answer')
      setImmediate(resolve)
    })
    console.log(title, 'after the call')
  })
}

await ask(mixed, 'first: ')
await ask(mixed, 'second:')
await ask(always, 'always:')
