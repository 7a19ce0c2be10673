/**
 * Demos as text for a terminal.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pc from 'picocolors'
import wrapAnsi from 'wrap-ansi'
import type { Language } from './demo.ts'
import type { LoadedDemo } from './demos.ts'
import { groups } from './groups.ts'
import { commandOf } from './run.ts'
import { words } from './words.ts'

/** The demos under the titles of their groups. */
export function renderList(demos: readonly LoadedDemo[], lang: Language): string {
  const width = Math.max(...demos.map(({ id }) => id.length))
  const parts = groups.flatMap((group) => {
    const own = demos.filter(({ id }) => id.startsWith(`${group.id}/`))
    if (own.length === 0) return []
    const lines = own.map(({ id, title }) => `  ${pc.cyan(id.padEnd(width))}  ${title[lang]}`)
    return [`${pc.bold(group.title[lang])}\n${lines.join('\n')}`]
  })
  return `${parts.join('\n\n')}\n\n${words[lang].listed(demos.length)} ${words[lang].hint}`
}

/** What stands before a run: the code, and what to predict. */
export function renderQuestion(demo: LoadedDemo, lang: Language, width: number): string {
  const codes = demo.files.map((file) => {
    const text = readFileSync(path.join(demo.folder, file), 'utf8').trimEnd()
    return `${pc.dim(`── ${file}`)}\n${numbered(text)}`
  })
  return [
    `${pc.bold(demo.title[lang])}  ${pc.dim(demo.id)}`,
    ...codes,
    section(words[lang].predict, demo.question[lang], width),
  ].join('\n\n')
}

/** What stands after it: why, what to look out for, where to read on. */
export function renderExplanation(demo: LoadedDemo, lang: Language, width: number): string {
  const { explanation, pitfalls = [], links } = demo
  const say = words[lang]
  return [
    section(say.explains, explanation[lang], width),
    ...(pitfalls.length > 0
      ? [section(say.pitfalls, pitfalls.map((one) => `• ${one[lang]}`).join('\n'), width)]
      : []),
    `${pc.bold(say.links)}\n${links.map((link) => `  ${pc.dim(link)}`).join('\n')}`,
    `${pc.bold(say.again)}\n  ${pc.dim(commandOf(demo))}`,
  ].join('\n\n')
}

/** A title over a text, indented. */
function section(title: string, text: string, width: number): string {
  const lines = wrapAnsi(text, Math.min(width, 100) - 2).split('\n')
  return `${pc.bold(title)}\n${lines.map((line) => `  ${line}`).join('\n')}`
}

function numbered(text: string): string {
  return text
    .split('\n')
    .map((line, at) => `${pc.dim(String(at + 1).padStart(3))}  ${line}`)
    .join('\n')
}
