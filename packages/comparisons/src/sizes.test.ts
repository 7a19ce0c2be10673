import { describe, expect, it } from 'vitest'
import { countLines, MINIS, sizes } from './sizes.ts'

describe('countLines(source)', () => {
  it.each([
    ['nothing', '', 0],
    ['a line', 'a()', 1],
    ['a line behind a comment', '/* why */ a()', 1],
    ['comments and blanks', '// one\n\n/* two\n three */\n/** four */\n', 0],
    ['a doc comment above code', '/** it */\nfunction it() {\n  // why\n  return 1\n}', 3],
    ['a text over lines', 'const a = `one\n\ntwo`', 3],
    ['a comment sign in a text', "const a = '// no comment'", 1],
    ['two statements on a line', 'a(); b()', 1],
  ])('counts %s', (_what, source, lines) => {
    expect(countLines(source)).toBe(lines)
  })
})

describe.each(MINIS)('sizes(%o)', (mini) => {
  const { rows, code, upstream } = sizes(mini)

  it('finds every upstream file that is mirrored', () => {
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.filter((row) => row.upstream && row.code === 0)).toEqual([])
  })

  it('has each of our files once', () => {
    const files = rows.flatMap((row) => row.files.map(({ file }) => file))
    expect(new Set(files).size).toBe(files.length)
    expect(files).toContain('index.ts')
  })

  it('is less code than upstream', () => {
    expect(code).toBeLessThan(upstream)
  })
})
