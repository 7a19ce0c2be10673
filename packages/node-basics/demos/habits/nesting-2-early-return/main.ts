import { brew, findUser, pour } from '../nesting-1-pyramid/tea.ts'

function serve(id: number, callback: (err: Error | null, text?: string) => void): void {
  let user: string

  findUser(id, gotUser)

  function gotUser(err: Error | null, found?: string): void {
    if (err) return callback(err)
    user = found as string
    brew(user, brewed)
  }

  function brewed(err: Error | null, tea?: string): void {
    if (err) return callback(err)
    pour(tea as string, poured)
  }

  function poured(err: Error | null, cup?: string): void {
    if (err) return callback(err)
    callback(null, `${user} gets ${cup}`)
  }
}

for (const id of [1, 2, 3]) {
  serve(id, (err, text) => console.log(id, err ? err.message : text))
}
