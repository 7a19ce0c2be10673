import { describe, expect, it } from 'vitest'
import { type Section, sidebars } from './sidebar.ts'

describe('sidebars(sections)', () => {
  const link = (text: string) => ({ text, link: `/${text}` })
  const group = (id: string) => ({
    ...link(id),
    folder: `/demos/${id}/`,
    items: [link(`${id}/one`)],
  })
  const all: Section[] = [
    { ...link('guide'), folder: '/guide/', items: [link('guide/events')] },
    { ...link('demos'), folder: '/demos/', items: [], groups: [group('esm'), group('http')] },
  ]
  const made = sidebars(all)

  it('has the section open that is being read', () => {
    expect(made['/guide/']).toEqual([
      { ...link('guide'), items: [link('guide/events')] },
      link('demos'),
    ])
  })

  it('has one group of a long section open, in the folder of that group', () => {
    expect(made['/demos/']).toEqual([
      link('guide'),
      { ...link('demos'), items: [link('esm'), link('http')] },
    ])
    expect(made['/demos/http/']).toEqual([
      link('guide'),
      {
        ...link('demos'),
        items: [link('esm'), { ...link('http'), items: [link('http/one')] }],
      },
    ])
  })
})
