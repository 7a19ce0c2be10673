/**
 * `pnpm debug <topic>`: run a topic under the inspector, and wait for a debugger before its first request.
 *
 * Exit codes: 0 it ran, 1 it did not come to its end, 2 the command was misused.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, Option } from 'commander'
import { misuse, parsePort, parseSubjects } from '../src/command-line.ts'
import { findBreakpoints } from '../src/debug/breakpoints.ts'
import { editorFiles } from '../src/debug/editor-files.ts'
import { systemLanguage } from '../src/render/words.ts'
import { SUBJECTS, type SubjectId } from '../src/subjects.ts'
import { type Language, TopicError } from '../src/topic.ts'
import { type LoadedTopic, loadTopic } from '../src/topics.ts'

interface Options {
  on: SubjectId[]
  port: number
  stop: boolean
  lang: Language
  write?: true
}

const program = new Command('pnpm debug')
  .description('Run a topic under the inspector; its first request waits for a debugger.')
  .argument('[topic]', 'a topic by name, or a folder of your own such as ./my-topic')
  .option('--on <subjects>', `some of ${SUBJECTS.join(',')}, one after the other`, parseSubjects, [
    'koa',
  ])
  .option('--port <port>', 'where the inspector listens; 0 is any free port', parsePort, 9229)
  .option('--no-stop', 'set no breakpoints: stop only where you have set some')
  .option('--write', 'write .vscode/launch.json and .tours/ anew, and do nothing else')
  .addOption(
    new Option('--lang <language>', 'language of the texts')
      .choices(['en', 'zh'])
      .default(systemLanguage()),
  )
  .showHelpAfterError('Type "pnpm debug --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

try {
  process.exitCode = await main(program.args[0], program.opts<Options>())
} catch (err) {
  if (!(err instanceof TopicError)) throw err
  misuse(err)
}

async function main(wanted: string | undefined, options: Options): Promise<number> {
  if (options.write) return write()
  if (wanted === undefined) throw new TopicError('Which topic? "pnpm debug onion", for instance.')
  const topic = await loadTopic(wanted, process.env['INIT_CWD'])
  for (const subject of options.on) {
    const code = await debug(topic, subject, options)
    if (code !== 0) return 1
  }
  return 0
}

async function write(): Promise<number> {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  for (const [name, text] of await editorFiles()) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
    console.log(name)
  }
  return 0
}

async function debug(topic: LoadedTopic, subject: SubjectId, { port, stop, lang }: Options) {
  console.log(`${topic.id} · ${subject}`)
  for (const { path: file, line, symbol, text } of await findBreakpoints(subject, topic)) {
    console.log(`  ${symbol}  ${file}:${line}\n    ${text[lang]}`)
  }
  const child = spawn(
    process.execPath,
    [
      '--conditions=@await-next/source',
      '--import',
      import.meta.resolve('ts-blank-space/register'),
      fileURLToPath(new URL('run-topic.ts', import.meta.url)),
      topic.folder,
      subject,
      '--wait',
      String(port),
      ...(stop ? ['--stop'] : []),
    ],
    { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'development' } },
  )
  const [code] = await once(child, 'exit')
  return code as number | null
}
