import { gzipSync } from 'node:zlib'
import { describeBodies, post, shown } from '../../test/bodies.ts'

const TYPE = 'application/json'

const json = (text: string) => post(TYPE, text)

// biome-ignore format: a table
describeBodies('koaBody() and JSON', [
  ['reads an object', {}, { body: shown({ user: 'tobi' }) }, json('{"user":"tobi"}')],
  ['reads a list', {}, { body: shown([1, 2, 3]) }, json('[1,2,3]')],
  ['reads an empty object', {}, { body: shown({}) }, json('{}')],
  ['reads an empty list', {}, { body: shown([]) }, json('[]')],
  ['reads an object between blanks', {}, { body: shown({ a: 1 }) }, json(' \t\r\n{"a":1} \n')],
  ['reads nested values', {}, { body: shown({ a: [{ b: null }], c: true }) }, json('{"a":[{"b":null}],"c":true}')],
  ['takes the last of a name', {}, { body: shown({ a: 2 }) }, json('{"a":1,"a":2}')],
  ['reads escapes', {}, { body: shown(['é\ud83d\u0000']) }, json('["\\u00e9\\ud83d\\u0000"]')],
  ['reads numbers out of range', {}, { body: shown([Infinity, -0]) }, json('[1e400,-0]')],
  ['reads wide characters', {}, { body: shown({ 中: '👋' }) }, json('{"中":"👋"}')],
  ['drops a byte order mark', {}, 200, json('\ufeff{"a":1}')],
  ['takes a length of 0 for {}', {}, { body: shown({}) }, json('')],
  ['takes chunks of nothing for {}', {}, { body: shown({}) }, post(TYPE, [], [['Transfer-Encoding', 'chunked']])],
  ['reads chunks', {}, { body: shown({ a: 'bc' }) }, post(TYPE, ['{"a":', '"b', 'c"}'])],
  ['reads a character that is split between chunks', {}, { body: shown(['中']) }, post(TYPE, [Buffer.from('["\xe4\xb8', 'latin1'), Buffer.from('\xad"]', 'latin1')])],
  ['puts what is no UTF-8 as U+FFFD', {}, { body: shown(['\ufffd']) }, post(TYPE, Buffer.from('["\xff"]', 'latin1'))],
  ['knows a constructor for a name', {}, { body: shown({ constructor: 1 }) }, json('{"constructor":1}')],
  ['refuses a prototype', {}, { status: 400, body: /forbidden prototype property/ }, json('{"__proto__":{"x":1}}')],
  ['refuses a prototype deep down', {}, { status: 400, body: /forbidden prototype property/ }, json('{"a":[{"__proto__":null}]}')],
  ['refuses a prototype in escapes', {}, { status: 400, body: /forbidden prototype property/ }, json('{"\\u005f_proto__":1}')],
  ['reads the prototype of a constructor', {}, { status: 200, body: /prototype: 1/ }, json('{"constructor":{"prototype":1}}')],
  ['knows the text __proto__', {}, { body: shown(['__proto__']) }, json('["__proto__"]')],
  ['leaves the body undefined without one', {}, { body: shown(undefined).replace(' body: undefined ', '') }, { method: 'POST', headers: [['Content-Type', TYPE]] }],
])

const MALFORMED: Record<string, string> = {
  'an object without an end': '{',
  'a name without quotes': '{user:1}',
  'a list with a comma too many': '[1,]',
  'something behind the object': '{} x',
  'two objects': '{}{}',
  'a line break in a text': '["a\nb"]',
  'half an escape': '["\\u12"]',
  'a number with a zero in front': '[01]',
  NaN: '[NaN]',
  'single quotes': "['a']",
  'a comment': '{/* */}',
  'a NUL': '{\0}',
  'a very long text': `[${'"long",'.repeat(200)}`,
}

// biome-ignore format: a table
describeBodies('koaBody() and what is no JSON', [
  ...Object.entries(MALFORMED).map(
    ([name, text]) =>
      [`refuses ${name}`, {}, { status: 400, body: /^\{"name":"SyntaxError".+"keys":\["status","body"\]/ }, json(text)] as const,
  ),
  ['refuses what ends in the middle of a character', {}, 400, post(TYPE, Buffer.from('["\xe4\xb8', 'latin1'))],
])

const SCALARS: Record<string, [text: string, value: unknown]> = {
  'a text': ['"text"', 'text'],
  'a number': ['42', 42],
  true: ['true', true],
  null: ['null', null],
  'a number between blanks': [' \n 42 \t', 42],
}

// biome-ignore format: a table
describeBodies('koaBody({ jsonStrict })', [
  ...Object.entries(SCALARS).map(
    ([name, [text]]) =>
      [`refuses ${name}`, { jsonStrict: true }, { status: 400, body: /invalid JSON, only supports object and array/ }, json(text)] as const,
  ),
  ...Object.entries(SCALARS).map(
    ([name, [text, value]]) =>
      [`takes ${name} when off`, { jsonStrict: false }, { status: 200, body: shown(value) }, json(text)] as const,
  ),
  ['refuses blanks', {}, { status: 400, body: /only supports object and array/ }, json(' \n')],
  ['refuses blanks when off', { jsonStrict: false }, { status: 400, body: /Unexpected end/ }, json(' \n')],
  ['refuses a non-breaking space in front', {}, { status: 400, body: /only supports/ }, json('\u00a0{}')],
  ['makes an empty text of an empty body when off', { jsonStrict: false }, { body: shown('') }, json('')],
  ['refuses a word when off', { jsonStrict: false }, 400, json('hello')],
  ['refuses a prototype when off', { jsonStrict: false }, 400, json('{"__proto__":1}')],
])

// biome-ignore format: a table
describeBodies('koaBody({ jsonLimit })', [
  ['reads as much', { jsonLimit: 7 }, { body: shown({ a: 1 }) }, json('{"a":1}')],
  ['refuses more by its length', { jsonLimit: 6 }, { status: 413, body: /"expected":7,"length":7,"limit":6,"type":"entity.too.large"/ }, json('{"a":1}')],
  ['refuses more in chunks', { jsonLimit: 6 }, { status: 413, body: /"limit":6,"received":7/ }, post(TYPE, ['{"a":', '1}'])],
  ['counts bytes, not characters', { jsonLimit: 6 }, 413, json('["中"]')],
  ['reads a size in words', { jsonLimit: '1kb' }, 413, json(`["${'a'.repeat(1025)}"]`)],
  ['is a megabyte', {}, { status: 413, body: /"limit":1048576/ }, post(TYPE, '', [['Content-Length', '1048577']])],
  ['is a megabyte where it is 0', { jsonLimit: 0 }, 200, json('{"a":1}')],
  ['is a megabyte where it is no text', { jsonLimit: '' }, 200, json('{"a":1}')],
  ['is none where it is no size', { jsonLimit: 'large' }, 200, json(`["${'a'.repeat(2_000_000)}"]`)],
  ['lets nothing through where it is below 0', { jsonLimit: -1 }, 413, json('{}')],
  ['counts what is inflated', { jsonLimit: 60 }, 413, post(TYPE, gzipSync(`["${'a'.repeat(100)}"]`), [['Content-Encoding', 'gzip']])],
])

// biome-ignore format: a table
describeBodies('koaBody({ json, jsonTypes })', [
  ...['application/json', 'APPLICATION/JSON', 'application/json; charset=utf-8', 'application/json-patch+json', 'application/vnd.api+json', 'application/csp-report', 'application/reports+json'].map((type) => [`takes ${type}`, {}, { body: shown({ a: 1 }) }, post(type, '{"a":1}')] as const),
  ...['application/ld+json', 'application/jsonp', 'application/*', 'json', 'text/json;', ' '].map((type) => [`does not take ${type}`, {}, 200, post(type, '{"a":1}')] as const),
  ['takes none when off', { json: false }, { body: '{ request: {}, req: {} }' }, json('{"a":1}')],
  ['takes other types', { jsonTypes: ['application/x-own'] }, { body: shown({ a: 1 }) }, post('application/x-own', '{"a":1}')],
  ['then takes no JSON', { jsonTypes: ['application/x-own'] }, { body: '{ request: {}, req: {} }' }, json('{"a":1}')],
  ['takes a suffix', { jsonTypes: ['+json'] }, { body: shown({ a: 1 }) }, post('application/ld+json', '{"a":1}')],
  ['takes an extension', { jsonTypes: ['json'] }, { body: shown({ a: 1 }) }, json('{"a":1}')],
  ['takes any type for an empty list', { jsonTypes: [] }, { body: shown({ a: 1 }) }, post('image/png', '{"a":1}')],
  ['takes everything for a star', { jsonTypes: ['*/*'] }, 400, post('text/plain', 'text')],
])
