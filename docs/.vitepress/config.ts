/**
 * The site: English at the root, Chinese below `/zh/`, one search, nothing from another host.
 *
 * @module
 */
import path from 'node:path'
import { type DefaultTheme, defineConfig } from 'vitepress'
import { codeBlocks } from '../src/guide/code.ts'
import { freshnessOf } from '../src/guide/translations.ts'
import { DOCS } from '../src/paths.ts'
import { type FoundSection, madeSections, tokenize } from '../src/search.ts'
import { sections, sidebars } from '../src/sidebar.ts'
import { codeTheme } from '../src/source/highlight.ts'

/** Two sides, the second one a turn later. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 3h8v4H2z" fill="#3d5a9e"/><path d="M6 9h8v4H6z" fill="#a0641b"/></svg>'

export default defineConfig({
  title: 'await-next',
  cleanUrls: true,
  lastUpdated: false,
  // All that is the same on every page, such as what stands at its side, is one file instead of a part of each.
  metaChunk: true,
  // Else every page fetches those that its side leads to, which are heavier than itself.
  router: { prefetchLinks: false },
  // The search index of the whole API is one chunk, fetched only when somebody searches.
  vite: {
    build: { chunkSizeWarningLimit: 1000 },
    // The player of recordings is made of our own modules.
    resolve: {
      conditions: ['@await-next/source'],
      alias: [
        {
          find: /^.*\/composables\/langs$/,
          replacement: path.join(DOCS, '.vitepress', 'theme', 'langs.ts'),
        },
      ],
    },
    ssr: { resolve: { conditions: ['@await-next/source'] } },
  },
  markdown: { theme: codeTheme, highlight: codeBlocks() },
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
        miniSearch: {
          options: { tokenize },
          // Its types do not say that it may leave a page to VitePress.
          _splitIntoSections: (file) => madeSections(file) as FoundSection[],
        },
      },
    },
  },
})

function themeOf(language: 'en' | 'zh'): DefaultTheme.Config {
  const zh = language === 'zh'
  const all = sections(language)
  return {
    nav: all.map(({ text, link }) => ({ text, link })),
    sidebar: sidebars(all),
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
