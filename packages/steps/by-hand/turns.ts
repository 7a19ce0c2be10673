/** What runs when. */
export function turns(): Promise<string[]> {
  const log: string[] = []
  return new Promise((resolve) => {
    setImmediate(() => {
      log.push('3. the next turn of the loop')
      resolve(log)
    })
    Promise.resolve().then(() => log.push('2. promises'))
    log.push('1. the code itself, to its end')
  })
}
