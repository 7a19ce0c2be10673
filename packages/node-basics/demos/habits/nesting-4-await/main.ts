import { promisify } from 'node:util'
import * as tea from '../nesting-1-pyramid/tea.ts'

const findUser = promisify<number, string>(tea.findUser as never)
const brew = promisify<string, string>(tea.brew as never)
const pour = promisify<string, string>(tea.pour as never)

async function serve(id: number): Promise<string> {
  const user = await findUser(id)
  const pot = await brew(user)
  const cup = await pour(pot)
  return `${user} gets ${cup}`
}

for (const id of [1, 2, 3]) {
  try {
    console.log(id, await serve(id))
  } catch (err) {
    console.log(id, (err as Error).message)
  }
}
