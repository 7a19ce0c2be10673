import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'

const user = new AsyncLocalStorage<string>()
const queue: (() => void)[] = []

const show = (title: string) => () => console.log(title, user.getStore())

user.run('Ada', () => {
  queue.push(show('plain:'))
  queue.push(AsyncResource.bind(show('bound:')))
})

user.run('Bob', () => {
  for (const callback of queue) callback()
})
