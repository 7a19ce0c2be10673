/**
 * The pages of the topics as VitePress wants them: written by `pnpm start` and `pnpm docs:build`.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { TOPICS_FILE } from '../paths.ts'
import type { TopicPage } from './topic-page.ts'

/** A route with parameters for each topic. */
export function readTopicPages(language: 'en' | 'zh') {
  const pages: Record<typeof language, TopicPage[]> = JSON.parse(readFileSync(TOPICS_FILE, 'utf8'))
  return pages[language].map((page) => ({
    params: { topic: page.id, page },
    // Not in the page itself: VitePress takes the title from there as it is written.
    content: `# ${page.title}`,
  }))
}
