/**
 * What the side of the page lists of the guide, the steps and the demos.
 *
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { DefaultTheme } from 'vitepress'
import { DOCS } from '../paths.ts'
import { CHAPTERS } from './chapters.ts'

type Language = 'en' | 'zh'

/** The chapters, and the words. */
export function chapterItems(language: Language): DefaultTheme.SidebarItem[] {
  const root = `${rootOf(language)}guide/`
  return [
    ...CHAPTERS.map(({ id, title }, at) => ({
      text: `${at + 1}. ${title[language]}`,
      link: root + id,
    })),
    { text: language === 'zh' ? '词汇表' : 'Glossary', link: `${root}glossary` },
  ]
}

/** The steps of both sides. */
export function stepItems(language: Language): DefaultTheme.SidebarItem[] {
  const root = `${rootOf(language)}steps/`
  const index = { text: language === 'zh' ? '总览' : 'Overview', link: root }
  const sides = [['express', 'Express'] as const, ['koa', 'Koa'] as const]
  return [
    index,
    ...sides.map(([side, text]) => ({
      text,
      collapsed: true,
      items: pagesIn(path.join(language === 'zh' ? 'zh' : '', 'steps', side)).map(
        ({ file, title }) => ({
          // The index says which side.
          text: title.replace(/^\w+[,，] ?/, ''),
          link: `${root}${side}/${file}`,
        }),
      ),
    })),
  ]
}

/** The demos by group, from the index page that was made of them. */
export function demoItems(language: Language): DefaultTheme.SidebarItem[] {
  const root = `${rootOf(language)}basics/`
  const index = readFileSync(
    path.join(DOCS, language === 'zh' ? 'zh' : '', 'basics', 'index.md'),
    'utf8',
  )
  const data = /^const groups = (.*)$/m.exec(index)?.[1] ?? '[]'
  const groups: { title: string; demos: { id: string; title: string }[] }[] = JSON.parse(data)
  return groups.map(({ title, demos }) => ({
    text: title,
    collapsed: true,
    items: demos.map((demo) => ({ text: demo.title, link: root + demo.id })),
  }))
}

function pagesIn(folder: string): { file: string; title: string }[] {
  return readdirSync(path.join(DOCS, folder))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(DOCS, folder, name), 'utf8')
      return { file: name.replace(/\.md$/, ''), title: /^# (.*)$/m.exec(text)?.[1] ?? name }
    })
}

function rootOf(language: Language): string {
  return language === 'zh' ? '/zh/' : '/'
}
