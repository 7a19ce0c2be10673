/**
 * The pages of Node's own concepts: one a demo, made from its folder, and an index that can be searched.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type LoadedDemo, loadDemos } from '@await-next/node-basics'
import { golden } from '@await-next/node-basics/golden'
import { groups } from '@await-next/node-basics/groups'
import type { Text } from './chapters.ts'
import { fence } from './fence.ts'
import type { Pages } from './write-pages.ts'

type Language = keyof Text

const say = {
  en: {
    index: 'Node itself, in short files',
    lead: 'One short file a concept. Read it, say what it prints, then look. Every output on these pages is what a test holds the file to.',
    reveal: 'What it prints',
    why: 'Why',
    pitfalls: 'In real programs',
    links: 'Read on',
    run: 'Run it',
    started: (flags: string) => `Started with \`${flags}\`.`,
  },
  zh: {
    index: 'Node 本身，短小的文件',
    lead: '一个概念一个短文件。先读，说出它会打印什么，再看结果。这些页面上的每份输出，都有测试拿它核对文件。',
    reveal: '它打印什么',
    why: '为什么',
    pitfalls: '在真实程序里',
    links: '延伸阅读',
    run: '运行',
    started: (flags: string) => `以 \`${flags}\` 启动。`,
  },
}

/** Every page of the demos, in both languages. */
export async function demoPages(): Promise<Pages> {
  const demos = await loadDemos()
  const pages = new Map<string, string>()
  for (const language of ['en', 'zh'] as const) {
    const root = language === 'zh' ? 'zh/' : ''
    pages.set(`${root}basics/index.md`, indexPage(language, demos))
    for (const demo of demos) pages.set(`${root}basics/${demo.id}.md`, demoPage(language, demo))
  }
  return pages
}

function indexPage(language: Language, demos: readonly LoadedDemo[]): string {
  const listed = groups.map(({ id, title }) => ({
    id,
    title: title[language],
    demos: demos
      .filter((demo) => demo.id.startsWith(`${id}/`))
      .map((demo) => ({
        id: demo.id,
        title: demo.title[language],
        question: demo.question[language],
      })),
  }))
  // In a script a closing tag would end it, whatever it stands in.
  const data = JSON.stringify(listed).replaceAll('<', '\\u003c')
  return page([
    `<script setup>\nconst groups = ${data}\n</script>`,
    `# ${say[language].index}`,
    say[language].lead,
    '<DemoIndex :groups="groups" />',
  ])
}

function demoPage(language: Language, demo: LoadedDemo): string {
  const words = say[language]
  const { title, question, explanation, pitfalls = [], links, flags = [] } = demo
  return page([
    `# ${prose(title[language])}`,
    `<div class="question">\n\n${prose(question[language])}\n\n</div>`,
    codeOf(demo),
    flags.length > 0 ? words.started(flags.join(' ')) : '',
    `::: details ${words.reveal}\n\n${fence(outputOf(demo), 'text')}\n\n:::`,
    `## ${words.why}`,
    prose(explanation[language]),
    pitfalls.length > 0 ? `## ${words.pitfalls}` : '',
    pitfalls.map((text) => `- ${prose(text[language])}`).join('\n'),
    `## ${words.run}`,
    fence(`pnpm demo ${demo.id}${language === 'zh' ? ' --lang zh' : ''}`, 'sh'),
    `## ${words.links}`,
    links.map((link) => `- <${link}>`).join('\n'),
  ])
}

/** All its files; more than one become tabs. */
function codeOf({ folder, files }: LoadedDemo): string {
  const blocks = files.map((file) => {
    const code = readFileSync(path.join(folder, file), 'utf8')
    return fence(code, `${languageOf(file)} [${file}]`)
  })
  return ['::: code-group', ...blocks, ':::'].join('\n\n')
}

function languageOf(file: string): string {
  const extension = path.extname(file).slice(1)
  const known: Record<string, string> = {
    cjs: 'js',
    mjs: 'js',
    cts: 'ts',
    mts: 'ts',
    js: 'js',
    ts: 'ts',
    json: 'json',
  }
  return known[extension] ?? 'text'
}

/** What it prints on the Node that makes the page. */
function outputOf(demo: LoadedDemo): string {
  const major = Number(process.versions.node.split('.', 1)[0])
  const printed = golden(demo, { major, platform: process.platform })
  if (printed === undefined) throw new Error(`${demo.id} has no golden file.`)
  return printed
}

/** Texts are for a terminal too: what looks like a tag or an interpolation is text. */
function prose(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.startsWith('`') ? part : part.replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;'),
    )
    .join('')
}

function page(blocks: readonly string[]): string {
  return `---\neditLink: false\nmade: true\n---\n\n${blocks.filter(Boolean).join('\n\n')}\n`
}
