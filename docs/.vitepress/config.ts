/**
 * The site: English at the root, Chinese below `/zh/`, one search, nothing from another host.
 *
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type DefaultTheme, defineConfig } from 'vitepress'
import { readComparison } from '../src/comparison-data.ts'
import { diffTransformer } from '../src/guide/fence.ts'
import { chapterItems, demoItems, stepItems } from '../src/guide/sidebar.ts'
import { freshnessOf } from '../src/guide/translations.ts'
import { typesTransformer } from '../src/guide/twoslash.ts'
import { API_FOLDER, DOCS } from '../src/paths.ts'
import { concepts } from '../src/side-by-side/concepts.ts'
import { sourceLink } from '../src/source/links.ts'
import { allUpstreamFiles } from '../src/source/upstream.ts'

const comparison = readComparison()

/** Two sides, the second one a turn later. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 3h8v4H2z" fill="#3d5a9e"/><path d="M6 9h8v4H6z" fill="#a0641b"/></svg>'

export default defineConfig({
  title: 'await-next',
  cleanUrls: true,
  lastUpdated: false,
  // The search index of the whole API is one chunk, fetched only when somebody searches.
  vite: { build: { chunkSizeWarningLimit: 1000 } },
  markdown: {
    languageAlias: { cjs: 'js', mjs: 'js' },
    codeTransformers: [diffTransformer, typesTransformer()],
  },
  srcExclude: ['data/**', 'bin/**', 'src/**'],
  head: [
    ['meta', { name: 'color-scheme', content: 'light dark' }],
    ['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(ICON)}` }],
  ],
  transformPageData({ relativePath, frontmatter }) {
    const page = /^zh\/(.*)$/.exec(relativePath)?.[1]
    if (page && freshnessOf(DOCS, page) === 'stale') frontmatter['stale'] = true
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      description: 'Express and Koa side by side: read both, run both, check every claim.',
      themeConfig: themeOf('en'),
    },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      description: 'Express 与 Koa 并排阅读、并排运行，每个说法都经过验证。',
      themeConfig: themeOf('zh'),
    },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        locales: { zh: { translations: searchWords() } },
        miniSearch: { options: { tokenize } },
      },
    },
  },
})

function themeOf(language: 'en' | 'zh'): DefaultTheme.Config {
  const zh = language === 'zh'
  const root = zh ? '/zh/' : '/'
  const start = { text: zh ? '开始' : 'Getting started', link: `${root}guide/getting-started` }
  const speed = { text: zh ? '时间花在哪里' : 'Where the time goes', link: `${root}guide/speed` }
  const matrix = { text: zh ? '全部主题' : 'All topics', link: `${root}comparisons/` }
  const groups = comparison.groups.map(({ id, title }) => ({
    text: title[language],
    collapsed: true,
    items: comparison.topics
      .filter(({ group }) => group === id)
      .map((topic) => ({ text: topic.title[language], link: `${root}comparisons/${topic.id}` })),
  }))
  const reading = {
    text: zh ? '并排阅读' : 'Side by side',
    link: `${root}side-by-side/`,
  }
  const read = concepts.map(({ id, title }) => ({
    text: title[language],
    link: `${root}side-by-side/${id}`,
  }))
  const source = { text: zh ? '带注解的源码' : 'Annotated source', link: `${root}source/` }
  const files = allUpstreamFiles().map(({ file }) => ({
    text: file,
    link: root + sourceLink(file),
  }))
  const steps = { text: zh ? '七步' : 'Steps', link: `${root}steps/` }
  const node = { text: 'Node', link: `${root}basics/` }
  const api = { text: 'API', link: '/api/' }
  const guide = [
    { text: zh ? '指南' : 'Guide', items: [start, ...chapterItems(language), speed] },
    { text: zh ? '七步写出一个框架' : 'Seven steps', items: stepItems(language) },
    {
      text: zh ? 'Node 本身' : 'Node itself',
      items: [{ text: zh ? '全部示例' : 'All demos', link: `${root}basics/` }],
    },
    { text: reading.text, link: reading.link, items: read },
    { text: zh ? '对照' : 'Comparisons', items: [matrix, ...groups] },
    { text: source.text, link: source.link, collapsed: true, items: files },
    { text: zh ? 'API（英文）' : 'API', items: [api] },
  ]
  const basics = [
    { text: zh ? 'Node 本身' : 'Node itself', link: `${root}basics/` },
    ...demoItems(language),
  ]
  return {
    nav: [
      start,
      steps,
      reading,
      { text: zh ? '对照' : 'Comparisons', link: matrix.link },
      source,
      node,
      api,
    ],
    sidebar: { [root]: guide, [`${root}basics/`]: basics, '/api/': apiSidebar() },
    outline: { level: [2, 3], label: zh ? '本页目录' : 'On this page' },
    ...(zh && {
      docFooter: { prev: '上一页', next: '下一页' },
      darkModeSwitchLabel: '外观',
      lightModeSwitchTitle: '切换到浅色模式',
      darkModeSwitchTitle: '切换到深色模式',
      sidebarMenuLabel: '菜单',
      returnToTopLabel: '返回顶部',
      langMenuLabel: '切换语言',
      skipToContentLabel: '跳到正文',
    }),
  }
}

/** Written by TypeDoc beside its pages. */
function apiSidebar(): DefaultTheme.SidebarItem[] {
  const file = path.join(API_FOLDER, 'typedoc-sidebar.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

/** Chinese has no spaces between words. Written out into the page, so it must not need anything from here. */
function tokenize(text: string): string[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)
  const found: string[] = []
  for (const { segment, isWordLike } of words) if (isWordLike) found.push(segment)
  return found
}

function searchWords(): NonNullable<DefaultTheme.LocalSearchOptions['translations']> {
  return {
    button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
    modal: {
      displayDetails: '显示详细列表',
      resetButtonTitle: '清除',
      backButtonTitle: '关闭搜索',
      noResultsText: '没有结果：',
      footer: { selectText: '选择', navigateText: '切换', closeText: '关闭' },
    },
  }
}
