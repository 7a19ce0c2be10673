/**
 * A run as a picture: how close upstream and minis come to bare Node.
 *
 * One SVG that stands by itself: it follows the reader's light or dark, and needs no font and no script.
 *
 * @module
 */
import type { BenchResult, CaseResult } from './bench.ts'
import { caseOf } from './cases/index.ts'
import { SIDES, type SubjectId } from './subjects.ts'

/** Which cases are drawn, where the run has them. */
const DRAWN = ['hello', 'middlewares-10', 'param', 'routes-1000-middle', 'error', 'not-found']

/** Who is drawn, from top to bottom. */
const BARS: readonly SubjectId[] = ['express', 'mini-express', 'koa', 'mini-koa']

const WORDS = {
  en: {
    title: 'Speed beside bare node:http, which does the same work and sends the same bytes',
    scale: 'bare node:http = 1',
    rounds: (rounds: number) => `median of ${rounds} rounds, CPU time of a request without sockets`,
    empty: 'The run has none of the cases that are drawn.',
  },
  zh: {
    title: '与裸 node:http 相比的速度：做同样的事，发送同样的字节',
    scale: '裸 node:http = 1',
    rounds: (rounds: number) => `${rounds} 轮的中位数，不经套接字的单个请求的 CPU 时间`,
    empty: '这次运行不包含图中要画的用例。',
  },
} as const

/** All lengths, in pixels. */
const AT = { width: 815, left: 265, right: 70, top: 64, bar: 13, gap: 3, group: 18, bottom: 58 }

/** Draws a run. */
export function chart(result: BenchResult, language: 'en' | 'zh'): string {
  const words = WORDS[language]
  const cases = DRAWN.flatMap((id) => result.cases.filter((one) => one.case === id))
  const scale = scaleOf(cases)
  let y = AT.top
  const groups = cases.map((one) => {
    const drawn = group(one, y, scale, language)
    y = drawn.bottom + AT.group
    return drawn.svg
  })
  const height = y + AT.bottom - AT.group
  const one = AT.left + scale(1)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${AT.width} ${height}" width="${AT.width}" height="${height}" role="img" aria-label="${inXml(words.title)}">
<style>${STYLE}</style>
<text class="title" x="16" y="24">${inXml(words.title)}</text>
${cases.length === 0 ? `<text x="16" y="${AT.top}">${inXml(words.empty)}</text>` : ''}
<line class="one" x1="${one}" x2="${one}" y1="${AT.top - 10}" y2="${y - AT.group + 4}"/>
<text class="note" x="${one}" y="${AT.top - 15}" text-anchor="middle">${inXml(words.scale)}</text>
${groups.join('\n')}
<text class="note" x="16" y="${height - 30}">${inXml(`${result.date.slice(0, 10)} · Node ${result.node.slice(1)} · ${words.rounds(result.rounds)}`)}</text>
<text class="note" x="16" y="${height - 12}">${inXml(versions(result))}</text>
</svg>
`
}

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-size: 15px; font-weight: 600 }
.note, .name { font-size: 11.5px; fill: #57606a }
.one { stroke: #8c959f; stroke-dasharray: 3 3 }
.express { fill: #a9b8dc } .mini-express { fill: #3d5a9e }
.koa { fill: #dfc096 } .mini-koa { fill: #a0641b }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .note, .name { fill: #9198a1 } .one { stroke: #656c76 }
  .express { fill: #3a4a70 } .mini-express { fill: #8aa4e6 }
  .koa { fill: #6b4d28 } .mini-koa { fill: #e0a55c }
}
`

/** From a ratio to pixels; the longest bar has all the room there is. */
function scaleOf(cases: readonly CaseResult[]): (ratio: number) => number {
  const longest = Math.max(1, ...cases.flatMap((one) => BARS.map((bar) => ratioOf(one, bar) ?? 0)))
  const room = AT.width - AT.left - AT.right
  return (ratio) => Math.round((ratio / longest) * room * 10) / 10
}

function ratioOf({ subjects }: CaseResult, subject: SubjectId): number | undefined {
  return subjects.find((one) => one.subject === subject)?.toRaw?.own.median
}

function group(
  one: CaseResult,
  top: number,
  scale: (ratio: number) => number,
  language: 'en' | 'zh',
): { svg: string; bottom: number } {
  const bars = BARS.flatMap((subject) => {
    const ratio = ratioOf(one, subject)
    return ratio === undefined ? [] : [{ subject, ratio }]
  })
  const rows = bars.map(({ subject, ratio }, at) => {
    const y = top + at * (AT.bar + AT.gap)
    const base = y + AT.bar - 3
    return `<text class="name" x="${AT.left - 8}" y="${base}" text-anchor="end">${subject}</text>
<rect class="${subject}" x="${AT.left}" y="${y}" width="${scale(ratio)}" height="${AT.bar}" rx="2"/>
<text class="name" x="${AT.left + scale(ratio) + 6}" y="${base}">${ratio.toFixed(2)}</text>`
  })
  const title = `<text x="16" y="${top + AT.bar - 2}">${inXml(caseOf(one.case).title[language])}</text>`
  return { svg: [title, ...rows].join('\n'), bottom: top + bars.length * (AT.bar + AT.gap) }
}

function versions({ parts }: BenchResult): string {
  const upstreams = parts.filter(({ name }) => !name.startsWith('@await-next/') && isOfASide(name))
  return upstreams.map(({ name, version }) => `${name} ${version}`).join(' · ')
}

function isOfASide(name: string): boolean {
  const upstreams: readonly string[] = Object.values(SIDES).map(({ upstream }) => upstream)
  return upstreams.includes(name) || name === '@koa/router'
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
