import { brew, findUser, pour } from './tea.ts'

function serve(id: number, callback: (err: Error | null, text?: string) => void): void {
  findUser(id, (err, user) => {
    if (err) {
      callback(err)
    } else {
      brew(user as string, (err, tea) => {
        if (err) {
          callback(err)
        } else {
          pour(tea as string, (err, cup) => {
            if (err) {
              callback(err)
            } else {
              callback(null, `${user} gets ${cup}`)
            }
          })
        }
      })
    }
  })
}

for (const id of [1, 2, 3]) {
  serve(id, (err, text) => console.log(id, err ? err.message : text))
}
