/**
 * Code as HTML, line by line, coloured when the site is built.
 *
 * A token has a class of one letter and no colour, so that a page of a thousand lines stays small and the theme decides.
 *
 * @module
 */
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'

/** What shiki tells apart, and the class that we give it. Punctuation stays as it is. */
const CLASSES: Readonly<Record<string, string>> = {
  keyword: 'k',
  string: 's',
  'string-expression': 's',
  comment: 'c',
  function: 'f',
  constant: 'n',
  parameter: 'p',
}

/** Without its semicolon the grammar takes the comment that follows for a regular expression. */
const BARE_DIRECTIVE = /^('use strict')$/m

let highlighter: Promise<HighlighterCore> | undefined

function getHighlighter(): Promise<HighlighterCore> {
  highlighter ??= createHighlighterCore({
    themes: [createCssVariablesTheme()],
    langs: [import('shiki/langs/javascript.mjs'), import('shiki/langs/typescript.mjs')],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  })
  return highlighter
}

/** The lines of a text as HTML. */
export async function highlightLines(
  text: string,
  lang: 'javascript' | 'typescript',
): Promise<string[]> {
  const { codeToTokensBase } = await getHighlighter()
  const lines = codeToTokensBase(text.replace(BARE_DIRECTIVE, '$1;'), {
    lang,
    theme: 'css-variables',
  })
  const bare = text.split('\n').findIndex((line) => BARE_DIRECTIVE.test(line))
  return lines.map((tokens, at) => {
    if (at === bare) return span('s', text.split('\n')[bare] ?? '')
    const runs: { name: string; text: string }[] = []
    for (const { color = '', content } of tokens) {
      const name = classOf(color)
      const last = runs.at(-1)
      // A blank has no colour to speak of.
      if (last && (last.name === name || content.trim() === '')) last.text += content
      else runs.push({ name, text: content })
    }
    return runs.map(({ name, text }) => span(name, text)).join('')
  })
}

/** `var(--shiki-token-keyword)` is a keyword. */
function classOf(color: string): string {
  return CLASSES[/--shiki-token-([\w-]+)/.exec(color)?.[1] ?? ''] ?? ''
}

function span(name: string, text: string): string {
  return name ? `<span class="${name}">${escapeHtml(text)}</span>` : escapeHtml(text)
}

/** For text between tags, and in attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
