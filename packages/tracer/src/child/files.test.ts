import { expect, it } from 'vitest'
import { WatchedFile } from './files.ts'

const TEXT = `
function outer(a, { b, c = a }) {
  hoisted()
  const arrow = () => later + b
  let later = 1
  for (const each of a) use(each)
  switch (a) {
    case 1:
      let chosen = 1
    case 2:
      use(chosen)
  }
  {
    const b = 2
    use(b)
  }
  function hoisted() {
    use(later, a)
  }
  if (a) {
    var v = c
  }
  use(v)
}
`

/** The variables at a piece of the text, with a question mark behind those that may not be set. */
function at(piece: string): string {
  const file = new WatchedFile('test', import.meta.filename, TEXT, false)
  const offset = TEXT.indexOf(piece)
  const told = file.variablesAt(offset, file.functionAt(offset))
  return told.map(({ name, isReady }) => `${name}${isReady ? '' : '?'}`).join(' ')
}

it.each([
  // What a line mentions, then what else its function has; what it has not come to yet is left out.
  ['hoisted()\n  const', 'a b c v'],
  ['later + b', 'later? b'],
  ['a) use(each)', 'a b c arrow later v'],
  ['use(each)', 'each a b c arrow later v'],
  ['use(chosen)', 'chosen? a b c arrow later v'],
  ['use(b)', 'b a c arrow later v'],
  ['use(later, a)', 'later? a'],
  ['use(v)', 'v a b c arrow later'],
])('knows the variables at %j', (piece, expected) => {
  expect(at(piece)).toBe(expected)
})
