/**
 * What the top of every page leads to, and what stands at its side: the sections, of which the one that is being read is
 * open. All of them open would be most of what a page weighs.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { DefaultTheme } from 'vitepress'
import { readComparison } from './comparison-data.ts'
import { CHAPTERS } from './guide/chapters.ts'
import { API_FOLDER, DOCS } from './paths.ts'
import { concepts } from './side-by-side/concepts.ts'
import { sourceLink } from './source/links.ts'
import { allUpstreamFiles } from './source/upstream.ts'

type Language = 'en' | 'zh'
type Item = DefaultTheme.SidebarItem

/** One of the parts of the site. */
export interface Section {
  /** Of all its pages, such as `/zh/steps/`. */
  folder: string
  text: string
  link: string
  items: Item[]
  /** Groups too long to stand beside each other: a page in the folder of one has that one open. */
  groups?: readonly Group[]
}

/** A part of a section. Every one has a link: VitePress makes a button in a button of one without. */
interface Group {
  folder: string
  text: string
  link: string
  items: Item[]
}

/** The sections, in the order in which they are shown. */
export function sections(language: Language): Section[] {
  const zh = language === 'zh'
  const root = zh ? '/zh/' : '/'
  return [
    {
      folder: `${root}guide/`,
      text: zh ? '指南' : 'Guide',
      link: `${root}guide/getting-started`,
      items: guideItems(language, `${root}guide/`),
    },
    {
      folder: `${root}steps/`,
      text: zh ? '七步' : 'Steps',
      link: `${root}steps/`,
      items: stepItems(language, `${root}steps/`),
    },
    {
      folder: `${root}side-by-side/`,
      text: zh ? '并排阅读' : 'Side by side',
      link: `${root}side-by-side/`,
      items: concepts.map(({ id, title }) => ({
        text: title[language],
        link: `${root}side-by-side/${id}`,
      })),
    },
    {
      folder: `${root}comparisons/`,
      text: zh ? '对照' : 'Comparisons',
      link: `${root}comparisons/`,
      items: topicItems(language, `${root}comparisons/`),
    },
    {
      folder: `${root}evidence/`,
      text: zh ? '证据' : 'Evidence',
      link: `${root}evidence/`,
      items: evidenceItems(language, `${root}evidence/`),
    },
    {
      folder: `${root}source/`,
      text: zh ? '带注解的源码' : 'Annotated source',
      link: `${root}source/`,
      items: allUpstreamFiles().map(({ file }) => ({ text: file, link: root + sourceLink(file) })),
    },
    {
      folder: `${root}basics/`,
      text: 'Node',
      link: `${root}basics/`,
      items: [],
      groups: demoGroups(language, `${root}basics/`),
    },
    {
      folder: '/api/',
      text: zh ? 'API（英文）' : 'API',
      link: '/api/',
      items: [],
      groups: zh ? [] : apiGroups(),
    },
  ]
}

/** For VitePress, by the folder of the pages that have it; the longest that fits counts. */
export function sidebars(all: readonly Section[]): DefaultTheme.SidebarMulti {
  const openIn = (open: Section, items: Item[]): Item[] =>
    all.map(({ folder, text, link }) => ({ text, link, ...(folder === open.folder && { items }) }))
  return Object.fromEntries(
    all.flatMap((section) => {
      const { folder, groups = [], items } = section
      const opened = (id?: string) =>
        groups.map(({ folder, text, link, items }) => ({
          text,
          link,
          ...(folder === id && { items }),
        }))
      return [
        [folder, openIn(section, [...items, ...opened()])],
        ...groups.map((group) => [group.folder, openIn(section, opened(group.folder))]),
      ]
    }),
  )
}

function guideItems(language: Language, root: string): Item[] {
  const zh = language === 'zh'
  return [
    { text: zh ? '开始' : 'Getting started', link: `${root}getting-started` },
    ...CHAPTERS.map(({ id, title }, at) => ({
      text: `${at + 1}. ${title[language]}`,
      link: root + id,
    })),
    { text: zh ? '词汇表' : 'Glossary', link: `${root}glossary` },
    { text: zh ? '时间花在哪里' : 'Where the time goes', link: `${root}speed` },
  ]
}

/** The steps of both sides, each beginning at the node:http that it is made of. */
function stepItems(language: Language, root: string): Item[] {
  const sides = [['express', 'Express'] as const, ['koa', 'Koa'] as const]
  return sides.map(([side, text]) => {
    const pages = pagesIn(path.join(language === 'zh' ? 'zh' : '', 'steps', side))
    const items = pages.map(({ file, title }) => ({
      // The index says which side.
      text: title.replace(/^\w+[,，] ?/, ''),
      link: `${root}${side}/${file}`,
    }))
    return { text, link: items[0]?.link ?? root, items }
  })
}

function topicItems(language: Language, root: string): Item[] {
  const { groups, topics } = readComparison()
  return groups.map(({ id, title }) => ({
    text: title[language],
    link: `${root}#${id}`,
    collapsed: true,
    items: topics
      .filter(({ group }) => group === id)
      .map((topic) => ({ text: topic.title[language], link: root + topic.id })),
  }))
}

function evidenceItems(language: Language, root: string): Item[] {
  const zh = language === 'zh'
  return [
    { text: zh ? '流行的说法' : 'Popular sentences', link: `${root}claims` },
    { text: zh ? '已知差异' : 'Known differences', link: `${root}differences` },
    { text: zh ? '变异体' : 'Mutants', link: `${root}mutants` },
    { text: zh ? '代码量' : 'Sizes', link: `${root}sizes` },
  ]
}

/** From the index page that was made of them. */
function demoGroups(language: Language, root: string): Group[] {
  const index = readFileSync(
    path.join(DOCS, language === 'zh' ? 'zh' : '', 'basics', 'index.md'),
    'utf8',
  )
  const data = /^const groups = (.*)$/m.exec(index)?.[1] ?? '[]'
  const groups: { id: string; title: string; demos: { id: string; title: string }[] }[] =
    JSON.parse(data)
  return groups.map(({ id, title, demos }) => ({
    folder: `${root}${id}/`,
    text: title,
    link: `${root}#${id}`,
    items: demos.map((demo) => ({ text: demo.title, link: root + demo.id })),
  }))
}

/** By package, from what TypeDoc wrote beside its pages. */
function apiGroups(): Group[] {
  const file = path.join(API_FOLDER, 'typedoc-sidebar.json')
  const packages: Item[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  return packages.map(({ text = '', items = [] }) => {
    const folder = `/api/${text}/`
    return { folder, text, link: `${folder}src/`, items: items.map((item) => linked(item, folder)) }
  })
}

/** A heading such as `Classes` leads to where the page above it lists them. */
function linked(item: Item, above: string): Item {
  const { text = '', link = `${above}#${text.toLowerCase().replaceAll(' ', '-')}`, items } = item
  const page = link.replace(/#.*/, '')
  return {
    text,
    link: link.replace(/\.md$/, ''),
    ...(items && { collapsed: true, items: items.map((one) => linked(one, page)) }),
  }
}

function pagesIn(folder: string): { file: string; title: string }[] {
  return readdirSync(path.join(DOCS, folder))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(DOCS, folder, name), 'utf8')
      return { file: name.replace(/\.md$/, ''), title: /^# (.*)$/m.exec(text)?.[1] ?? name }
    })
}
