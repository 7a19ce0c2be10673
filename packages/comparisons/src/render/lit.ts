/**
 * The lit lines of the real frameworks as text.
 *
 * @module
 */
import { type LitFunction, shareOf } from '@await-next/tracer'
import pc from 'picocolors'
import type { Language } from '../topic.ts'
import { LIT_GOAL, type LitPackage, type LitReport } from '../trace/lit-packages.ts'
import { renderProse } from './columns.ts'

const words = {
  en: {
    title: (topics: number) =>
      `Lines of the real frameworks that at least one of ${topics} topics runs`,
    unloaded: 'never loaded',
    dark: 'not run by any topic',
    below: `below ${LIT_GOAL * 100} %`,
    skipped: (topic: string) => `${topic} was not run`,
  },
  zh: {
    title: (topics: number) => `${topics} 个主题中至少有一个会运行到的真实框架代码行`,
    unloaded: '从未加载',
    dark: '没有主题运行到',
    below: `低于 ${LIT_GOAL * 100}%`,
    skipped: (topic: string) => `${topic} 没有运行`,
  },
} satisfies Record<Language, unknown>

/** A line a file, a total a package, and where the dark lines are, function by function. */
export function renderLit(
  { topics, skipped, packages }: LitReport,
  language: Language,
  width: number,
): string {
  const say = words[language]
  return [
    pc.bold(say.title(topics)),
    ...skipped.map(({ topic, why }) => pc.yellow(`${say.skipped(topic)}: ${why}`)),
    ...packages.flatMap((one) => ['', ...packageLines(one, language, width)]),
  ].join('\n')
}

function packageLines(one: LitPackage, language: Language, width: number): string[] {
  const say = words[language]
  const below = shareOf(one) < LIT_GOAL ? `  ${say.below}` : ''
  const dark = one.files.flatMap(({ name, functions }) =>
    functions.flatMap((fn) => darkOf(fn).map((lines) => `${name} ${fn.name}: ${lines}`)),
  )
  return [
    pc.bold(`${figures(one)}  ${one.name} ${one.version}${below}`),
    ...one.files.map((file) => `${figures(file)}  ${file.name}`),
    ...one.unloaded.map((file) => `${say.unloaded.padStart(FIGURES)}  ${file}`),
    ...(dark.length > 0 ? [pc.dim(`  ${say.dark}:`)] : []),
    ...dark.map((line) => pc.dim(renderProse(`  ${line}`, width))),
  ]
}

/** As wide as `100.0 %  1234/1234`. */
const FIGURES = 18

function figures(one: Pick<LitPackage, 'executable' | 'lit'>): string {
  // Rounded down: 100 % means all.
  const percent = `${(Math.floor(shareOf(one) * 1000) / 10).toFixed(1)} %`
  return `${percent.padStart(7)}  ${`${one.lit.length}/${one.executable.length}`.padStart(9)}`
}

function darkOf({ executable, lit }: LitFunction): string[] {
  const ran = new Set(lit)
  const dark = executable.filter((line) => !ran.has(line))
  return dark.length > 0 ? [dark.join(', ')] : []
}
