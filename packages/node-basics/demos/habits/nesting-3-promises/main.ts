import { promisify } from 'node:util'
import * as tea from '../nesting-1-pyramid/tea.ts'

const findUser = promisify<number, string>(tea.findUser as never)
const brew = promisify<string, string>(tea.brew as never)
const pour = promisify<string, string>(tea.pour as never)

function serve(id: number): Promise<string> {
  return findUser(id).then((user) =>
    brew(user)
      .then(pour)
      .then((cup) => `${user} gets ${cup}`),
  )
}

for (const id of [1, 2, 3]) {
  serve(id).then(
    (text) => console.log(id, text),
    (err: Error) => console.log(id, err.message),
  )
}
