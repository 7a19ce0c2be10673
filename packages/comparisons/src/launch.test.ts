/** `.vscode/launch.json` offers what there is. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SUBJECTS } from './subjects.ts'
import { topicNames } from './topics.ts'

const ROOT = path.join(import.meta.dirname, '../../..')

interface Launch {
  configurations: { name: string; program: string; skipFiles: string[] }[]
  inputs: { id: string; options: string[] }[]
}
const launch: Launch = JSON.parse(readFileSync(path.join(ROOT, '.vscode/launch.json'), 'utf8'))

describe('.vscode/launch.json', () => {
  it('lets one pick any topic on any subject', () => {
    const options = Object.fromEntries(launch.inputs.map(({ id, options }) => [id, options]))
    expect(options).toEqual({ topic: topicNames(), subject: [...SUBJECTS] })
  })

  it.each(launch.configurations)('$name: starts a file that is there', ({ program }) => {
    const file = program.replace(/^\$\{workspaceFolder\}/, ROOT)
    expect(/^\$\{file\}$/.test(file) || existsSync(file)).toBe(true)
  })

  it.each(launch.configurations)(
    '$name: steps into the frameworks, not into other packages',
    ({ skipFiles }) => {
      expect(skipFiles).toContain('**/node_modules/**')
      for (const name of ['express', 'router', 'koa', 'koa-compose', '@koa/router']) {
        expect(skipFiles).toContain(`!**/node_modules/${name}/**`)
      }
    },
  )
})
