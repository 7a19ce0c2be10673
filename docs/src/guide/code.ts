/**
 * Blocks of code in Markdown as HTML.
 *
 * VitePress would colour a block once for each of its themes, once more for the search, and again on the page in the
 * other language. Here a block is coloured once, with classes of one letter, as on the pages of annotated source: that is
 * most of the time that the site takes to build, and half of what its pages weigh.
 *
 * @module
 */
import type { ShikiTransformer } from 'shiki/core'
import type { MarkdownOptions } from 'vitepress'
import { type CodeLanguage, highlighter, highlightLines, patient } from '../source/highlight.ts'
import { MARKS } from './fence.ts'
import { typesTransformer } from './twoslash.ts'

/** What people write behind the ticks, and the grammar. */
const LANGUAGES: Readonly<Record<string, CodeLanguage>> = {
  ts: 'typescript',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  json: 'json',
  sh: 'shellscript',
  text: 'text',
  txt: 'text',
}

/** For VitePress, which hands over what stands behind the ticks: the language, then the rest. */
export function codeBlocks(): NonNullable<MarkdownOptions['highlight']> {
  const made = new Map<string, string>()
  return (code, info, rest) => {
    const key = [info, rest, code].join('\n')
    const html = made.get(key) ?? block(code.trimEnd(), languageOf(info), rest)
    made.set(key, html)
    return html
  }
}

/** @throws Error when nobody has said how to colour that. */
function languageOf(info: string): CodeLanguage {
  const name = info.replace(/:line-numbers.*/, '') || 'text'
  const language = LANGUAGES[name]
  if (!language)
    throw new Error(`There is no language "${name}": list it in docs/src/guide/code.ts.`)
  return language
}

function block(code: string, lang: CodeLanguage, rest: string): string {
  if (/\btwoslash\b/.test(rest)) return withTypes(code, lang, rest)
  const marks = /\bmarks=([kad]+)/.exec(rest)?.[1]
  const lines = highlightLines(code, lang).map((html, at) => {
    const mark = MARKS[marks?.[at] ?? ''] ?? ''
    return `<span class="line${mark}">${html || '<wbr>'}</span>`
  })
  const diff = marks ? ' has-diff' : ''
  return `<pre class="vp-code${diff}" tabindex="0" v-pre><code>${lines.join('\n')}</code></pre>`
}

/** With what the compiler says of it. That is a component each, so this is a template, and no plain HTML. */
function withTypes(code: string, lang: CodeLanguage, rest: string): string {
  return highlighter.codeToHtml(code, {
    lang,
    theme: 'css-variables',
    transformers: [typesTransformer(), asOthers],
    meta: { __raw: rest },
    ...patient,
  })
}

const asOthers: ShikiTransformer = {
  name: 'await-next:as-others',
  pre(node) {
    delete node.properties['style']
    this.addClassToHast(node, 'vp-code')
  },
}
