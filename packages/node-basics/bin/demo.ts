/**
 * `pnpm demo [name]`: list the demos of Node itself, or run one: the question, the run, the explanation.
 *
 * Exit codes: 0 it ran (or all agree with their golden files), 1 something differs, 2 the command was misused.
 *
 * @module
 */
import { Command, InvalidArgumentError, Option } from 'commander'
import pc from 'picocolors'
import { checkAll, fetchNode, type Node, thisNode, updateAll } from '../src/check.ts'
import type { Language } from '../src/demo.ts'
import {
  demoIds,
  isGroup,
  loadDemo,
  loadDemos,
  mentions,
  resolveName,
  UnknownDemoError,
} from '../src/demos.ts'
import { waitForKey } from '../src/key.ts'
import { renderExplanation, renderList, renderQuestion } from '../src/render.ts'
import { runsOn, show } from '../src/run.ts'
import { systemLanguage, words } from '../src/words.ts'

interface Options {
  find?: string
  wait: boolean
  inspectBrk?: number | true
  check?: true
  update?: true
  node?: number[]
  lang: Language
}

const width = process.stdout.columns ?? 100

const program = new Command('pnpm demo')
  .description('Node itself in short files: predict what one prints, run it, read why.')
  .argument('[names...]', 'a demo such as buffer/broken-text, or a group (default: list them all)')
  .option('--find <word>', 'list the demos whose texts or code mention a word')
  .option('--no-wait', 'run at once, do not wait for a key')
  .option('--inspect-brk [port]', 'stop on the first line and wait for a debugger', port)
  .option('--check', 'run demos (default: all) and compare what they print with their golden files')
  .option('--update', 'run demos (default: all) and keep what they print as golden files')
  .option('--node <majors>', 'check or update on these versions of Node, such as 20,22,24', majors)
  .addOption(
    new Option('--lang <language>', 'language of the texts')
      .choices(['en', 'zh'])
      .default(systemLanguage()),
  )
  .addHelpText('after', help())
  .showHelpAfterError('Type "pnpm demo --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

try {
  process.exitCode = await main(program.args, program.opts<Options>())
} catch (err) {
  if (!(err instanceof UnknownDemoError)) throw err
  console.error(err.message)
  if (err.near.length > 0) console.error(`Did you mean ${err.near.join(' or ')}?`)
  console.error('Type "pnpm demo" for the list.')
  process.exitCode = 2
}

async function main(names: readonly string[], options: Options): Promise<number> {
  const { find, check, update, node, lang } = options
  if (node && !check && !update) return misuse('--node goes with --check or --update.')
  if (check && update) return misuse('--check and --update exclude each other.')
  const ids = names.length > 0 ? [...new Set(names.flatMap(resolveName))] : demoIds
  if (check) return verify(ids, await nodes(node))
  if (update) return renew(ids, await nodes(node))
  const [name] = names
  if (name === undefined || find !== undefined || isGroup(name)) return list(ids, find, lang)
  if (names.length > 1) return misuse('One demo at a time, please.')
  return play(ids[0] as string, options)
}

async function list(ids: readonly string[], word: string | undefined, lang: Language) {
  const all = await loadDemos(ids)
  const found = word === undefined ? all : all.filter((demo) => mentions(demo, word))
  if (found.length > 0) console.log(renderList(found, lang))
  else console.error(words[lang].none(word ?? ''))
  return found.length > 0 ? 0 : 1
}

async function play(id: string, { wait, inspectBrk, lang }: Options): Promise<number> {
  const demo = await loadDemo(id)
  if (demo.posixOnly && !runsOn(demo, process.platform)) {
    console.error(demo.posixOnly[lang])
    return 1
  }
  const say = words[lang]
  console.log(`${renderQuestion(demo, lang, width)}\n`)
  if (wait && process.stdout.isTTY) {
    if (process.stdin.isTTY) console.log(pc.dim(say.press))
    if (!(await waitForKey(process.stdin))) return 130
  }
  console.log(`${pc.bold(say.prints)}\n`)
  const code = await show(demo, inspectFlag(inspectBrk))
  if (code !== 0) console.log(pc.dim(say.exitCode(code)))
  console.log(`\n${renderExplanation(demo, lang, width)}`)
  return 0
}

function inspectFlag(asked: number | true | undefined): string | undefined {
  if (asked === undefined) return undefined
  return asked === true ? '--inspect-brk' : `--inspect-brk=127.0.0.1:${asked}`
}

function nodes(asked: number[] | undefined): Promise<Node[]> {
  return Promise.all((asked ?? [thisNode.major]).map(fetchNode))
}

async function verify(ids: readonly string[], on: Node[]): Promise<number> {
  let differing = 0
  for (const node of on) {
    const begun = performance.now()
    await checkAll(ids, node, ({ id, expected, printed }) => {
      if (expected === printed) return
      differing += 1
      console.log(`${pc.red(`✗ ${id}`)} on Node ${node.version}`)
      console.log(`${pc.dim('expected')}\n${expected ?? '(no golden file)'}`)
      console.log(`${pc.dim('printed')}\n${printed}`)
    })
    const seconds = ((performance.now() - begun) / 1000).toFixed(0)
    console.log(`${ids.length} demos on Node ${node.version} in ${seconds} s`)
  }
  console.log(
    differing > 0 ? pc.red(`${differing} differ`) : pc.green('all print what they should'),
  )
  return differing > 0 ? 1 : 0
}

async function renew(ids: readonly string[], on: Node[]): Promise<number> {
  for (const node of on) {
    const changed = await updateAll(ids, node)
    for (const id of changed) console.log(`${id} on Node ${node.version}`)
    console.log(`${changed.length} of ${ids.length} changed on Node ${node.version}`)
  }
  return 0
}

function misuse(message: string): number {
  console.error(message)
  console.error('Type "pnpm demo --help" for what can be typed.')
  return 2
}

function port(value: string): number {
  if (/^\d+$/.test(value) && Number(value) < 65_536) return Number(value)
  throw new InvalidArgumentError(`"${value}" is no port. Name the demo before --inspect-brk.`)
}

function majors(value: string): number[] {
  return value.split(',').map((one) => {
    if (/^\d\d$/.test(one.trim())) return Number(one)
    throw new InvalidArgumentError(`"${one}" is no major version of Node.`)
  })
}

function help(): string {
  return `
Examples:
  pnpm demo                              the list
  pnpm demo --find stream                those that mention a word
  pnpm demo buffer                       those of one group
  pnpm demo buffer/broken-text           the question, a key, the run, the explanation
  pnpm demo buffer/broken-text --no-wait --lang zh
  pnpm demo buffer/broken-text --inspect-brk
  pnpm demo --check --node 20,22,24      every demo against its golden file`
}
