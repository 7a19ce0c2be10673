import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { withPm2 } from '../pm2/pm2.ts'

await withPm2(async ({ pm2, list, home }) => {
  const server = path.join(import.meta.dirname, 'server.cjs')
  await pm2('start', server, '--name', 'shop', '-i', '2')
  const instances = await list()
  console.log(instances.map(({ name, status }) => `${name} ${status}`))
  console.log('two processes:', new Set(instances.map(({ pid }) => pid)).size === 2)

  const ports = new Set<string>()
  let lines: string[] = []
  while (lines.length < 2) {
    await setTimeout(50)
    const texts = [0, 1].map((n) => readFile(path.join(home, 'logs', `shop-out-${n}.log`), 'utf8'))
    lines = (await Promise.all(texts)).flatMap((text) => text.trim().split('\n').filter(Boolean))
  }
  for (const line of lines) ports.add(line)
  console.log('one port for both:', ports.size === 1)

  const answers = new Set<string>()
  for (let i = 0; i < 6; i += 1) {
    answers.add(await (await fetch(`http://127.0.0.1:${[...ports][0]}`)).text())
  }
  console.log('answered by', answers.size, 'processes')
})
