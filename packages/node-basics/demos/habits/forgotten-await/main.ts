process.on('unhandledRejection', (err) => console.log('unhandled:', (err as Error).message))

async function save(): Promise<boolean> {
  await null
  throw new Error('disk full')
}

async function careless(): Promise<string> {
  try {
    save()
    return 'saved'
  } catch {
    return 'failed'
  }
}

async function careful(): Promise<string> {
  try {
    await save()
    return 'saved'
  } catch {
    return 'failed'
  }
}

console.log('careless:', await careless())
console.log('careful: ', await careful())
const answer: unknown = Promise.resolve(false)
if (answer) console.log('a promise is always true')
