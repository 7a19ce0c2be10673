/**
 * The words of the command, in each language.
 *
 * @module
 */
import type { Language } from './demo.ts'

interface Words {
  predict: string
  press: string
  prints: string
  explains: string
  pitfalls: string
  links: string
  again: string
  listed: (count: number) => string
  none: (word: string) => string
  hint: string
  exitCode: (code: number) => string
}

const en: Words = {
  predict: 'Predict',
  press: 'Press a key to run it (Ctrl+C leaves).',
  prints: 'It prints',
  explains: 'Why',
  pitfalls: 'Pitfalls',
  links: 'Read on',
  again: 'Change it and run it again',
  listed: (count) => `${count} demos.`,
  none: (word) => `No demo mentions "${word}".`,
  hint: 'pnpm demo <name> runs one, pnpm demo --find <word> searches.',
  exitCode: (code) => `(exit code ${code})`,
}

const zh: Words = {
  predict: '猜一猜',
  press: '按任意键运行（Ctrl+C 退出）。',
  prints: '输出',
  explains: '为什么',
  pitfalls: '常见的坑',
  links: '延伸阅读',
  again: '改一改，再运行',
  listed: (count) => `共 ${count} 个示例。`,
  none: (word) => `没有示例提到“${word}”。`,
  hint: 'pnpm demo <名称> 运行一个，pnpm demo --find <词> 搜索。',
  exitCode: (code) => `（退出码 ${code}）`,
}

/** Every language's words. */
export const words: Readonly<Record<Language, Words>> = { en, zh }

/** The language of the environment: Chinese where the locale says so, English everywhere else. */
export function systemLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^zh/i.test(locale) ? 'zh' : 'en'
}
