/**
 * The pages of the steps: one a step, made from its files, and an index of both sides.
 *
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { EXPRESS_STEPS, KOA_STEPS, type Step } from '@await-next/steps'
import { ROOT } from '../paths.ts'
import type { Text } from './chapters.ts'
import { diffFence, fence } from './fence.ts'
import type { Pages } from './write-pages.ts'

type Language = keyof Text
type Side = 'express' | 'koa'

/** Both sides, in the order of the columns. */
export const STEPS: Readonly<Record<Side, readonly Step<unknown>[]>> = {
  express: EXPRESS_STEPS,
  koa: KOA_STEPS,
}

const FOLDER = path.join(ROOT, 'packages', 'steps')

const say = {
  en: {
    index: 'Seven steps to each framework',
    lead: 'Each step is a framework that runs: real, typed files that add one idea to the step before. Its cases hold on every later step, on the mini, and on the real framework; on the step before they fail. The last step *is* the mini.',
    side: { express: 'Express', koa: 'Koa' },
    number: 'Step',
    code: 'The code',
    changed: 'What changed since the step before is marked.',
    kept: 'As they were:',
    can: 'What it can do now',
    canLead: (before: string) =>
      `Each of these is a test. It runs on this step, on every later one, on the mini and on the real framework, and it fails on ${before}.`,
    canFirst:
      'Each of these is a test. It runs on this step, on every later one, on the mini and on the real framework.',
    programs: 'The programs stand in',
    missing: 'Still missing',
    run: 'Run it',
    counterpart: (at: number, side: string) => `Step ${at} of ${side}`,
    next: 'Next',
  },
  zh: {
    index: '七步写出一个框架',
    lead: '每一步都是能运行的框架：真实的、带类型的文件，只比上一步多一个想法。它的用例在后面每一步、在 mini、在真正的框架上都成立，而在上一步会失败。最后一步*就是* mini。',
    side: { express: 'Express', koa: 'Koa' },
    number: '步',
    code: '代码',
    changed: '与上一步相比的改动已标出。',
    kept: '没有改动的文件：',
    can: '现在能做什么',
    canLead: (before: string) =>
      `下面每一句都是一个测试。它在这一步、后面每一步、mini 和真正的框架上都通过，而在 ${before} 上失败。`,
    canFirst: '下面每一句都是一个测试。它在这一步、后面每一步、mini 和真正的框架上都通过。',
    programs: '程序在',
    missing: '还缺什么',
    run: '运行',
    counterpart: (at: number, side: string) => `${side} 的第 ${at} 步`,
    next: '下一步',
  },
}

/** Every page of the steps, in both languages. */
export function stepPages(): Pages {
  const pages = new Map<string, string>()
  for (const language of ['en', 'zh'] as const) {
    const root = language === 'zh' ? 'zh/' : ''
    pages.set(`${root}steps/index.md`, indexPage(language))
    for (const side of ['express', 'koa'] as const) {
      STEPS[side].forEach((step, at) => {
        pages.set(`${root}steps/${side}/${step.id}.md`, stepPage(language, side, step, at))
      })
    }
  }
  return pages
}

/** `Step 1: A stack of functions` */
export function stepTitle(language: Language, { title }: Step<unknown>, at: number): string {
  return language === 'zh' ? `第 ${at} 步：${title.zh}` : `Step ${at}: ${title.en}`
}

function indexPage(language: Language): string {
  const words = say[language]
  const rows = STEPS.express.map((step, at) => {
    const cells = [['express', step] as const, ['koa', STEPS.koa[at] as Step<unknown>] as const]
    const links = cells.map(([side, { id, title }]) => `[${title[language]}](./${side}/${id})`)
    return `| ${at} | ${links.join(' | ')} |`
  })
  const table = [`| ${words.number} | Express | Koa |`, '| --- | --- | --- |', ...rows].join('\n')
  return page([`# ${words.index}`, words.lead, table, runs('')])
}

function stepPage(language: Language, side: Side, step: Step<unknown>, at: number): string {
  const words = say[language]
  const steps = STEPS[side]
  const before = steps[at - 1]
  const other = side === 'express' ? 'koa' : 'express'
  const counterpart = STEPS[other][at] as Step<unknown>
  const title = `${words.side[side]}, ${stepTitle(language, step, at)}`
  return page([
    `# ${language === 'zh' ? title.replace(', ', '，') : title}`,
    step.idea[language],
    `## ${words.code}`,
    before ? words.changed : '',
    ...step.files.map((file) => codeOf(side, step, file, before)),
    keptFiles(language, side, step),
    `## ${words.can}`,
    before ? words.canLead(`[${before.id}](./${before.id})`) : words.canFirst,
    step.cases.map(({ name }) => `- ${name[language]}`).join('\n'),
    `${words.programs} \`packages/steps/${side}/${step.id}/step.ts\`.`,
    `## ${words.missing}`,
    step.missing[language],
    `## ${words.run}`,
    runs(step.id),
    `[${words.counterpart(at, words.side[other])}: ${counterpart.title[language]}](../${other}/${counterpart.id})`,
  ])
}

/** A file as it is, or, where the step before has one of the same name, what became of that. */
function codeOf(
  side: Side,
  { id }: Step<unknown>,
  file: string,
  before: Step<unknown> | undefined,
): string {
  const code = readCode(path.join(FOLDER, side, id, file))
  const old = before && earlier(side, before, file)
  const info = `ts [${side}/${id}/${file}]`
  const block = old === undefined ? fence(code, info) : diffFence(old, code, info)
  return `::: code-group\n\n${block}\n\n:::`
}

/** The newest file of that name in the steps so far. */
function earlier(side: Side, last: Step<unknown>, file: string): string | undefined {
  const steps = STEPS[side].slice(0, STEPS[side].indexOf(last) + 1)
  const from = steps.findLast(({ id }) => existsSync(path.join(FOLDER, side, id, file)))
  return from && readCode(path.join(FOLDER, side, from.id, file))
}

/** Regions are marks for the guide. */
function readCode(file: string): string {
  return readFileSync(file, 'utf8').replace(/^ *\/\/ #(?:end)?region .*\n/gm, '')
}

/** The files of earlier steps that this one imports, each with a link to the step that wrote it. */
function keptFiles(language: Language, side: Side, { id, files }: Step<unknown>): string {
  const imported = files.flatMap((file) => {
    const code = readFileSync(path.join(FOLDER, side, id, file), 'utf8')
    return [...code.matchAll(/from '\.\.\/(\d-[^/]+)\/([^']+)'/g)].map(([, step, name]) => ({
      step,
      name,
    }))
  })
  const links = new Set(imported.map(({ step, name }) => `[\`${name}\`](./${step})`))
  return links.size === 0 ? '' : `${say[language].kept} ${[...links].join(', ')}`
}

function runs(id: string): string {
  const only = id ? ` -t ${id}` : ''
  return fence(`npx -y pnpm@12 exec vitest run --project steps${only}`, 'sh')
}

/** Nobody edits what is made, so there is nothing to link to. */
function page(blocks: readonly string[]): string {
  return `---\neditLink: false\nmade: true\n---\n\n${blocks.filter(Boolean).join('\n\n')}\n`
}
