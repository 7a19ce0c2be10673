/**
 * What an editor reads: `.vscode/launch.json` and `.tours/`, written from the topics, the subjects and the breakpoints.
 *
 * @module
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { SIDES, SUBJECTS, type SubjectId, sideOf } from '../subjects.ts'
import type { Language, Side } from '../topic.ts'
import { loadTopic, topicNames } from '../topics.ts'
import { type FoundBreakpoint, findBreakpoints } from './breakpoints.ts'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))

/** The files as they should read, by their path from the root. */
export async function editorFiles(): Promise<Map<string, string>> {
  const files = new Map([['.vscode/launch.json', json(launch())]])
  const topic = await loadTopic('onion')
  for (const side of Object.keys(SIDES) as Side[]) {
    const found = await Promise.all(
      [SIDES[side].upstream, SIDES[side].mini].map((one) => findBreakpoints(one, topic)),
    )
    for (const language of ['en', 'zh'] as const) {
      const name = `.tours/${side}${language === 'zh' ? '.zh-CN' : ''}.tour`
      files.set(name, json(tour(side, found.flat(), language)))
    }
  }
  return files
}

const RUN = `${variable('workspaceFolder')}/packages/comparisons/bin/run-topic.ts`

/** Lines and columns stay where they are: what tsx makes of a file stands on one line. */
const RUNTIME = ['--conditions=@await-next/source', '--import', 'ts-blank-space/register']

const COMMON = {
  cwd: variable('workspaceFolder'),
  console: 'integratedTerminal',
  smartStep: true,
  skipFiles: [
    '<node_internals>/**',
    '**/node_modules/**',
    ...['express', 'router', 'koa', 'koa-compose', '@koa/router'].map(
      (name) => `!**/node_modules/${name}/**`,
    ),
  ],
}

function launch(): object {
  const node = { type: 'node', request: 'launch' }
  return {
    version: '0.2.0',
    configurations: [
      {
        name: 'Step through a topic',
        ...node,
        program: RUN,
        args: [variable('input:topic'), variable('input:subject')],
        runtimeArgs: RUNTIME,
        ...COMMON,
      },
      ...SUBJECTS.map((subject) => ({
        name: `Stop where it matters: ${subject}`,
        ...node,
        program: RUN,
        args: [variable('input:topic'), subject, '--stop'],
        runtimeArgs: RUNTIME,
        ...COMMON,
      })),
      {
        name: 'Attach to pnpm debug',
        type: 'node',
        request: 'attach',
        port: 9229,
        ...COMMON,
        console: undefined,
      },
      {
        name: 'Debug the current test file',
        ...node,
        program: `${variable('workspaceFolder')}/node_modules/vitest/vitest.mjs`,
        args: ['run', variable('relativeFile'), '--no-file-parallelism', '--testTimeout=0'],
        autoAttachChildProcesses: true,
        ...COMMON,
      },
      {
        name: 'Run the current file',
        ...node,
        program: variable('file'),
        runtimeArgs: RUNTIME,
        ...COMMON,
      },
    ],
    inputs: [
      pick('topic', 'Which topic?', topicNames(), 'onion'),
      pick('subject', 'On which subject?', SUBJECTS, 'mini-koa'),
    ],
  }
}

/** What the editor puts in. */
function variable(name: string): string {
  return `$\{${name}}`
}

function pick(id: string, description: string, options: readonly string[], standard: string) {
  return { id, type: 'pickString', description, options, default: standard }
}

/** A CodeTour: upstream's lines in `node_modules`, then the mini's. */
function tour(side: Side, found: readonly FoundBreakpoint[], language: Language): object {
  const framework = side === 'koa' ? 'Koa' : 'Express'
  return {
    $schema: 'https://aka.ms/codetour-schema',
    title: language === 'en' ? `A request through ${framework}` : `一个请求如何穿过 ${framework}`,
    steps: found.map(({ subject, symbol, path: file, line, text }) => ({
      file: fileOf(subject, file),
      line,
      title: `${subject}: ${symbol}`,
      description: text[language],
    })),
  }
}

/** Upstream by the link that every installation has, not by pnpm’s store, whose names hold versions and hashes. */
function fileOf(subject: SubjectId, file: string): string {
  const below = path.relative(ROOT, file).split(path.sep).join('/')
  if (SIDES[sideOf(subject)].mini === subject) return below
  return below.replace(
    /^.*node_modules\/(?=(@[^/]+\/)?[^/]+\/(?!.*node_modules))/,
    'packages/comparisons/node_modules/',
  )
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
