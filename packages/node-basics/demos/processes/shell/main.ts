import { exec, execFile } from 'node:child_process'
import { promisify } from 'node:util'

const name = 'tea.txt; echo gone'

const careless = await promisify(exec)(`echo reading ${name}`)
console.log(careless.stdout.trim().split('\n'))

const careful = await promisify(execFile)('echo', ['reading', name])
console.log(careful.stdout.trim().split('\n'))

const { stdout } = await promisify(exec)('echo one two | wc -w')
console.log('what a shell is for:', stdout.trim())
