import { describeBodies, post, shown } from '../../test/bodies.ts'

const TYPE = 'application/x-www-form-urlencoded'

const form = (text: string) => post(TYPE, text)

/** Texts, and what is made of them. */
const FORMS: Record<string, unknown> = {
  '': {},
  'a=1': { a: '1' },
  'a=1&b=2': { a: '1', b: '2' },
  'a=1&a=2': { a: ['1', '2'] },
  'a=': { a: '' },
  a: { a: '' },
  '=a': {},
  '&&a=1&&': { a: '1' },
  'a=b=c': { a: 'b=c' },
  'a+b=c+d': { 'a b': 'c d' },
  'a%20b=%E4%B8%AD': { 'a b': '中' },
  'a=%zz': { a: '%zz' },
  'a=%': { a: '%' },
  'a=%ff': { a: '%ff' },
  'a[b]=1': { a: { b: '1' } },
  'a[b][c]=1&a[b][d]=2': { a: { b: { c: '1', d: '2' } } },
  'a.b=1': { a: { b: '1' } },
  'a.b.c=1&a.b.d=2': { a: { b: { c: '1', d: '2' } } },
  'a[]=1&a[]=2': { a: ['1', '2'] },
  'a[]=1': { a: ['1'] },
  'a[1]=1&a[0]=0': { a: ['0', '1'] },
  'a[99]=1': { a: { 99: '1' } },
  'a[=1': { a: { '[': '1' } },
  'a]=1': { 'a]': '1' },
  'a%5Bb%5D=1': { a: { b: '1' } },
  '__proto__=1&a=2': { a: '2' },
  'a[__proto__][b]=1&c=2': { c: '2' },
  'hasOwnProperty=1&a=2': { a: '2' },
  'a[b]=1&a=2': { a: [{ b: '1' }, '2'] },
  'a;b=1': { 'a;b': '1' },
  'a=1\n': { a: '1\n' },
  '中=é': { 中: 'é' },
}

// biome-ignore format: a table
describeBodies('koaBody() and forms', [
  ...Object.entries(FORMS).map(
    ([text, value]) => [`reads ${JSON.stringify(text)}`, {}, { status: 200, body: shown(value) }, form(text)] as const,
  ),
  ['is deep to a degree', {}, { body: /'\[f\]\[g\]'/ }, form('x[a][b][c][d][e][f][g]=1')],
  ['reads a thousand parameters and no more', {}, { body: /^(?!.*x1000)/s }, form(Array.from({ length: 1001 }, (_, at) => `x${at}=1`).join('&'))],
  ['reads chunks', {}, { body: shown({ a: '1', b: '2' }) }, post(TYPE, ['a=1', '&', 'b=2'])],
  ['takes a length of 0 for {}', {}, { body: shown({}) }, form('')],
  ['puts what is no UTF-8 as U+FFFD', {}, 200, post(TYPE, Buffer.from('a=\xe9', 'latin1'))],
])

// biome-ignore format: a table
describeBodies('koaBody({ queryString })', [
  ['leaves dots alone', { queryString: { allowDots: false } }, { body: shown({ 'a.b': '1' }) }, form('a.b=1')],
  ['reads dots where it is undefined', { queryString: { allowDots: undefined } as never }, { body: shown({ a: { b: '1' } }) }, form('a.b=1')],
  ['may be null', { queryString: null as never }, { body: shown({ a: { b: '1' } }) }, form('a.b=1')],
  ['knows another delimiter', { queryString: { delimiter: ';' } }, { body: shown({ a: '1', b: '2&c=3' }) }, form('a=1;b=2&c=3')],
  ['knows a depth', { queryString: { depth: 1 } }, { body: shown({ a: { b: { '[c]': '1' } } }) }, form('a[b][c]=1')],
  ['refuses more of a depth', { queryString: { depth: 1, strictDepth: true } }, { status: 400, body: /"name":"RangeError".+"status":400,"body":"a\[b\]\[c\]=1"/ }, form('a[b][c]=1')],
  ['knows a number of parameters', { queryString: { parameterLimit: 1 } }, { body: shown({ a: '1' }) }, form('a=1&b=2')],
  ['refuses more of them', { queryString: { parameterLimit: 1, throwOnLimitExceeded: true } }, { status: 400, body: /Parameter limit exceeded/ }, form('a=1&b=2')],
  ['knows lists by commas', { queryString: { comma: true } }, { body: shown({ a: ['1', '2'] }) }, form('a=1,2')],
  ['knows a decoder', { queryString: { decoder: (text: string) => text.toUpperCase() } }, { body: shown({ A: 'B' }) }, form('a=b')],
  ['may throw', { queryString: { decoder() { throw new TypeError('mine') } } }, { status: 400, body: /"name":"TypeError","message":"mine"/ }, form('a=b')],
  ['may throw an object', { queryString: { decoder() { throw { mine: true } } } }, { status: 500, body: /"name":"object","message":"\{\\"mine\\":true,\\"status\\":400,\\"body\\":\\"a=b\\"\}","stack":"undefined"/ }, form('a=b')],
  ['may throw a text', { queryString: { decoder() { throw 'mine' } } }, { status: 500, body: /Cannot create property 'status' on string 'mine'/ }, form('a=b')],
  ['may throw nothing', { queryString: { decoder() { throw null } } }, { status: 500, body: /Cannot set properties of null/ }, form('a=b')],
  ['may throw a function', { queryString: { decoder() { throw () => 1 } } }, { status: 500, body: /"name":"function","message":"\(\) => 1"/ }, form('a=b')],
  ['refuses options that qs does not take', { queryString: { charset: 'koi8-r' } as never }, { status: 400, body: /charset option must be/ }, form('a=b')],
])

// biome-ignore format: a table
describeBodies('koaBody({ formLimit })', [
  ['reads as much', { formLimit: 3 }, { body: shown({ a: '1' }) }, form('a=1')],
  ['refuses more by its length', { formLimit: 2 }, { status: 413, body: /"type":"entity.too.large"/ }, form('a=1')],
  ['refuses more in chunks', { formLimit: 2 }, 413, post(TYPE, ['a=', '1'])],
  ['is 56 kilobytes', {}, { status: 413, body: /"limit":57344/ }, form('a'.repeat(57345))],
  ['reads 56 kilobytes', {}, 200, form('a'.repeat(57344))],
  ['is 56 kilobytes where it is 0', { formLimit: 0 }, { status: 413, body: /"limit":57344/ }, form('a'.repeat(57345))],
])

// biome-ignore format: a table
describeBodies('koaBody({ urlencoded, urlencodedTypes })', [
  ['takes a charset', {}, { body: shown({ a: '1' }) }, post(`${TYPE}; charset=latin1`, 'a=1')],
  ['takes any case', {}, { body: shown({ a: '1' }) }, post(TYPE.toUpperCase(), 'a=1')],
  ['takes none when off', { urlencoded: false }, { body: '{ request: {}, req: {} }' }, form('a=1')],
  ['takes other types', { urlencodedTypes: ['application/x-own'] }, { body: shown({ a: '1' }) }, post('application/x-own', 'a=1')],
  ['comes after JSON', { urlencodedTypes: ['application/json'] }, { body: shown({}) }, post('application/json', '{}')],
  ['comes before text', { urlencodedTypes: ['text/plain'] }, { body: shown({ a: '1' }) }, post('text/plain', 'a=1')],
])
