import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const file = path.resolve('100% tea #1.txt')

const right = pathToFileURL(file)
const wrong = new URL(`file://${file}`)

console.log(path.posix.basename(right.pathname), JSON.stringify(right.hash))
console.log(path.posix.basename(wrong.pathname), JSON.stringify(wrong.hash))
console.log(fileURLToPath(right) === file)
