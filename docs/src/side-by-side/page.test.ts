import { expect, it } from 'vitest'
import { conceptPages } from './page.ts'

it('finds the code of every concept, in both languages', () => {
  for (const language of ['en', 'zh'] as const) {
    for (const { content } of conceptPages(language)) expect(content).toContain('<SideBySide>')
  }
})
