const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')

process.chdir(os.tmpdir())
console.log(path.basename(__filename), path.basename(__dirname))
console.log(path.dirname(__filename) === __dirname, process.cwd() === __dirname)

for (const file of ['./note.txt', path.join(__dirname, 'note.txt')]) {
  try {
    console.log('read:', fs.readFileSync(file, 'utf8').trim())
  } catch (err) {
    console.log('failed:', err.code)
  }
}
