type Callback = (err: Error | null, price?: number) => void

function careful(tea: string, callback: Callback): void {
  setImmediate(() => {
    if (tea === '') return callback(new Error('which tea?'))
    callback(null, tea.length)
  })
}

function careless(tea: string, callback: Callback): void {
  setImmediate(() => {
    if (tea === '') callback(new Error('which tea?'))
    callback(null, tea.length)
  })
}

for (const order of [careful, careless]) {
  for (const tea of ['green', '']) {
    order(tea, (err, price) => console.log(order.name, err?.message ?? err, price))
  }
}
