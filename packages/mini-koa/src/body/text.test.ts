import { describeBodies, post, shown } from '../../test/bodies.ts'

const TYPE = 'text/plain'

const text = (value: string) => post(TYPE, value)

// biome-ignore format: a table
describeBodies('koaBody() and text', [
  ['reads a text', {}, { body: shown('hello') }, text('hello')],
  ['reads no text', {}, { body: shown('') }, text('')],
  ['reads chunks', {}, { body: shown('hello') }, post(TYPE, ['he', 'llo'])],
  ['keeps lines', {}, { body: shown('a\r\nb\0') }, text('a\r\nb\0')],
  ['reads wide characters', {}, { body: shown('中👋') }, text('中👋')],
  ['drops a byte order mark', {}, 200, text('\ufeffa')],
  ['reads any text', {}, { body: shown('<b>') }, post('text/html', '<b>')],
  ['reads XML as text only where it says so', {}, { body: '{ request: {}, req: {} }' }, post('application/xml', '<b/>')],
  ['takes none when off', { text: false }, { body: '{ request: {}, req: {} }' }, text('a')],
  ['takes other types', { textTypes: ['application/xml'] }, { body: shown('<b/>') }, post('application/xml', '<b/>')],
])

// biome-ignore format: a table
describeBodies('koaBody({ textLimit })', [
  ['reads as much', { textLimit: 5 }, { body: shown('hello') }, text('hello')],
  ['refuses more by its length', { textLimit: 4 }, { status: 413, body: /"type":"entity.too.large"/ }, text('hello')],
  ['refuses more in chunks', { textLimit: 4 }, 413, post(TYPE, ['hel', 'lo'])],
  ['is 56 kilobytes', {}, { status: 413, body: /"limit":57344/ }, text('a'.repeat(57345))],
  ['is a megabyte where it is 0', { textLimit: 0 }, 200, text('a'.repeat(57345))],
  ['is a megabyte where it is no text', { textLimit: '' }, { status: 413, body: /"limit":1048576/ }, text('a'.repeat(1048577))],
])
