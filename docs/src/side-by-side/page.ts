/**
 * The page of one concept, as Markdown: what to look at, then the code of each subject in a slot of its own.
 *
 * @module
 */
import type { SubjectId } from '@await-next/comparisons'
import { type Excerpt, excerpt } from '../source/excerpt.ts'
import { licenceOf, type Package, repositoryLink } from '../source/packages.ts'
import type { Concept } from './concepts.ts'
import { concepts } from './concepts.ts'

type Language = 'en' | 'zh'

/** What VitePress makes a page of, one for each concept. */
export function conceptPages(language: Language) {
  return concepts.map((concept) => ({
    params: { concept: concept.id },
    content: conceptPage(concept, language),
  }))
}

const words = {
  en: {
    comment: 'Comment',
    lines: (from: number, to: number) => (from === to ? `line ${from}` : `lines ${from}–${to}`),
    notice: 'Licences of the code shown',
  },
  zh: {
    comment: '注释',
    lines: (from: number, to: number) => (from === to ? `第 ${from} 行` : `第 ${from}–${to} 行`),
    notice: '所示代码的许可证',
  },
}

/**
 * Writes a page.
 *
 * @throws Error when code that the concept names is gone.
 */
export function conceptPage(concept: Concept, language: Language): string {
  const subjects = Object.keys(concept.code) as SubjectId[]
  const excerpts = new Map(
    subjects.map((subject) => [subject, concept.code[subject].map((address) => excerpt(address))]),
  )
  return [
    `# ${concept.title[language]}`,
    concept.look[language],
    '<SideBySide>',
    ...subjects.map((subject) =>
      column(subject, excerpts.get(subject) ?? [], concept.notes?.[subject]?.[language], language),
    ),
    '</SideBySide>',
    notice([...excerpts.values()].flat(), language),
  ].join('\n\n')
}

function column(
  subject: SubjectId,
  excerpts: readonly Excerpt[],
  note: string | undefined,
  language: Language,
): string {
  return [
    `<template #${subject}>`,
    ...(note ? [note] : []),
    ...excerpts.map((one) => block(one, language)),
    '</template>',
  ].join('\n\n')
}

function block({ source, symbol, line, lastLine, doc, code }: Excerpt, language: Language): string {
  const { comment, lines } = words[language]
  const lang = source.address.endsWith('.ts') ? 'ts' : 'js'
  const link = repositoryLink(source, line)
  const name = link ? `[${source.address}](${link})` : `\`${source.address}\``
  return [
    `<div class="where">\n\n${name} <span>${nameOf(source.package)}${lines(line, lastLine)}</span>\n\n**${literal(symbol)}**\n\n</div>`,
    ...(doc
      ? [
          `<details class="comment"><summary>${comment}</summary>\n\n${fence(lang, doc)}\n\n</details>`,
        ]
      : []),
    fence(`${lang}:line-numbers=${line}`, code),
  ].join('\n\n')
}

/** Ours have no version of their own. */
function nameOf({ name, version }: Package): string {
  return version === '0.0.0' ? '' : `${name} ${version}, `
}

function fence(info: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}${info}\n${code}\n${ticks}`
}

function literal(text: string): string {
  return text.replace(/[\\*_[\]<>{}`]/g, '\\$&')
}

/** MIT asks that its notice goes with the code. */
function notice(excerpts: readonly Excerpt[], language: Language): string {
  const packages = new Map(excerpts.map(({ source }) => [source.package.name, source.package]))
  const texts = [...packages.values()]
    .filter(({ version }) => version !== '0.0.0')
    .map((one) => `**${one.name} ${one.version}**\n\n${fence('txt', licenceOf(one))}`)
  const { notice } = words[language]
  return `<details class="licences"><summary>${notice}</summary>\n\n${texts.join('\n\n')}\n\n</details>`
}
