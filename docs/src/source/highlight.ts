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

/** A grammar, or plain text. */
export type CodeLanguage = 'javascript' | 'typescript' | 'json' | 'shellscript' | 'text'

/** Colours are names that a style sheet knows, so that one pass does for light and dark. */
export const codeTheme = createCssVariablesTheme()

/** One for all: its grammars take long to read. */
export const highlighter: HighlighterCore = await createHighlighterCore({
  themes: [codeTheme],
  langs: [
    import('shiki/langs/javascript.mjs'),
    import('shiki/langs/typescript.mjs'),
    import('shiki/langs/json.mjs'),
    import('shiki/langs/shellscript.mjs'),
  ],
  engine: createOnigurumaEngine(import('shiki/wasm')),
})

/** However long a busy machine takes for a line: by itself Shiki leaves it uncoloured after half a second. */
export const patient = { tokenizeTimeLimit: 0 }

/** The lines of a text as HTML. */
export function highlightLines(text: string, lang: CodeLanguage): string[] {
  const bare =
    lang === 'javascript' ? text.split('\n').findIndex((line) => BARE_DIRECTIVE.test(line)) : -1
  const lines = highlighter.codeToTokensBase(
    bare < 0 ? text : text.replace(BARE_DIRECTIVE, '$1;'),
    {
      lang,
      theme: 'css-variables',
      ...patient,
    },
  )
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
