import { describeBehaviours } from '@await-next/oracle/vitest'
import { behaviours, type Case, post } from '../../test/bodies.ts'
import { pair } from '../../test/pair.ts'
import type { express } from '../index.ts'
import type { JsonOptions } from './index.ts'

const TYPE = 'application/json'

const json = (options?: JsonOptions) => (framework: typeof express) => [framework.json(options)]

/** Texts, and what Node prints of the values. */
const VALUES: Record<string, [text: string, shown: string]> = {
  'an object': ['{"user":"tobi"}', "{ user: 'tobi' }"],
  'a list': ['[1,2,3]', '[ 1, 2, 3 ]'],
  'an empty object': ['{}', '{}'],
  'an empty list': ['[]', '[]'],
  'an object between blanks': [' \t\r\n{"a":1} \n', '{ a: 1 }'],
  'nested values': ['{"a":[{"b":null}],"c":true}', '{ a: [ { b: null } ], c: true }'],
  'a name twice': ['{"a":1,"a":2}', '{ a: 2 }'],
  'a name that is a prototype': [
    '{"__proto__":{"x":1},"constructor":2}',
    "{ ['__proto__']: { x: 1 }, constructor: 2 }",
  ],
  escapes: ['["\\u00e9\\ud83d\\u0000"]', "[ 'é\\ud83d\\x00' ]"],
  'numbers out of range': ['[1e400,-0,9007199254740993]', '[ Infinity, -0, 9007199254740992 ]'],
  'wide characters': ['{"中":"👋"}', "{ '中': '👋' }"],
  'a byte order mark': ['\ufeff{"a":1}', '{ a: 1 }'],
}

/** What is no JSON: the message quotes it. */
const MALFORMED: Record<string, string> = {
  'an object without an end': '{',
  'a name without quotes': '{user:1}',
  'a list with a comma too many': '[1,]',
  'something behind the object': '{} x',
  'two objects': '{}{}',
  'a text without an end': '["abc',
  'a line break in a text': '["a\nb"]',
  'an escape that does not exist': '["\\x"]',
  'half an escape': '["\\u12"]',
  'a number with a zero in front': '[01]',
  NaN: '[NaN]',
  'single quotes': "['a']",
  'a comment': '{/* */}',
  'a NUL': '{\0}',
  'a non-breaking space in front': '\u00a0{}',
  'two byte order marks': '\ufeff\ufeff{}',
  HTML: '<p>no</p>',
  'a very long text': `[${'"long",'.repeat(200)}`,
  'a wide character': '[👋]',
  'what replaces in a pattern': "[$&$'$`$1]",
  masks: '[#####]',
}

describeBehaviours('express.json()', pair, [
  ...behaviours([
    ...Object.entries(VALUES).map(
      ([name, [text, shown]]): Case => [
        `reads ${name}`,
        json(),
        post(TYPE, text),
        { status: 200, body: shown },
      ],
    ),
    ...Object.entries(MALFORMED).map(
      ([name, text]): Case => [
        `refuses ${name}`,
        json(),
        post(TYPE, text),
        { status: 400, body: /^\{"name":"SyntaxError",.+"type":"entity.parse.failed"/ },
      ],
    ),
    ['takes a length of 0 for {}', json(), post(TYPE, ''), { status: 200, body: '{}' }],
    [
      'takes chunks of nothing for {}',
      json(),
      {
        ...post(TYPE, []),
        headers: [
          ['Content-Type', TYPE],
          ['Transfer-Encoding', 'chunked'],
        ],
      },
      { status: 200, body: '{}' },
    ],
    [
      'refuses nothing but blanks',
      json(),
      post(TYPE, ' \n\t '),
      { status: 400, body: /"message":"Unexpected end of JSON input"/ },
    ],
  ]),
])

/** What `JSON.parse` takes and `strict` does not. */
const SCALARS: Record<string, string> = {
  'a text': '"text"',
  'a number': '42',
  true: 'true',
  null: 'null',
  'a number between blanks': ' \n 42 \t',
  'a text behind many blanks': `${' '.repeat(50)}"text"`,
  'a very long text': `"${'long '.repeat(50)}"`,
  'a text of masks': '"####"',
  'a mask': '#',
  'a text that replaces in a pattern': `"$&$'$\`"`,
  'a word': 'hello, world',
  'an emoji': '👋',
  minus: '-1',
}

describeBehaviours('express.json({ strict })', pair, [
  ...behaviours([
    ...Object.entries(SCALARS).map(
      ([name, text]): Case => [
        `refuses ${name}`,
        json({ strict: true }),
        post(TYPE, text),
        { status: 400, body: /^\{"name":"SyntaxError","message":"Unexpected token/ },
      ],
    ),
    ...Object.entries(SCALARS).map(
      ([name, text]): Case => [
        `leaves ${name} to JSON.parse when off`,
        json({ strict: false }),
        post(TYPE, text),
        { status: isJson(text) ? 200 : 400 },
      ],
    ),
    [
      'refuses nothing but blanks when off',
      json({ strict: false }),
      post(TYPE, '  '),
      { status: 400, body: /Unexpected end of JSON input/ },
    ],
  ]),
])

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const NOT_OURS = { status: 422, statusCode: 422, type: 'mine', code: 'E_MINE', expose: true }

describeBehaviours('express.json({ reviver })', pair, [
  ...behaviours([
    [
      'changes values',
      json({ reviver: (_key, value) => (typeof value === 'number' ? -value : value) }),
      post(TYPE, '{"a":1,"b":[2]}'),
      { status: 200, body: '{ a: -1, b: [ -2 ] }' },
    ],
    [
      'drops values',
      json({ reviver: (key, value) => (key === 'a' ? undefined : value) }),
      post(TYPE, '{"a":1,"b":2}'),
      { status: 200, body: '{ b: 2 }' },
    ],
    [
      'is not asked about an empty body',
      json({ reviver: () => 'never' }),
      {
        ...post(TYPE, []),
        headers: [
          ['Content-Type', TYPE],
          ['Transfer-Encoding', 'chunked'],
        ],
      },
      { status: 200, body: '{}' },
    ],
    [
      'may throw, and its error loses all but the message',
      json({
        reviver: () => {
          throw Object.assign(new RangeError('not this one'), NOT_OURS)
        },
      }),
      post(TYPE, '{"a":1}'),
      { status: 400, body: /"message":"not this one".+"type":"entity.parse.failed"/ },
    ],
    ...['text', 5, null, undefined].map(
      (thrown): Case => [
        `may throw ${JSON.stringify(thrown)}, which is no error`,
        json({
          reviver: () => {
            throw thrown
          },
        }),
        post(TYPE, '{"a":1}'),
        { status: 400, body: /^\{"name":"TypeError"/ },
      ],
    ),
    [
      'may make a scalar of it',
      json({ reviver: (key, value) => (key === '' ? 5 : value) }),
      post(TYPE, '{"a":1}'),
      { status: 200, body: '5' },
    ],
  ]),
])

/** Charsets of which JSON may be, and one that it may not. */
const CHARSETS: Record<string, Buffer> = {
  'utf-8': Buffer.from('{"name":"论"}'),
  'UTF-8': Buffer.from('{"name":"论"}'),
  'utf-16': Buffer.from('\ufeff{"name":"论"}', 'utf16le'),
  'utf-16le': Buffer.from('{"name":"论"}', 'utf16le'),
  'utf-16be': Buffer.from('{"name":"论"}', 'utf16le').swap16(),
  'utf-32le': utf32('{"name":"论"}'),
  'utf-32': utf32('\ufeff{"name":"论"}'),
}

function utf32(text: string): Buffer {
  return Buffer.from(Uint32Array.from([...text], (char) => char.codePointAt(0) as number).buffer)
}

describeBehaviours('express.json() and charsets', pair, [
  ...behaviours([
    ...Object.entries(CHARSETS).map(
      ([charset, body]): Case => [
        `reads ${charset}`,
        json(),
        post(`${TYPE}; charset=${charset}`, body),
        { status: 200, body: "{ name: '论' }" },
      ],
    ),
    ...['iso-8859-1', 'koi8-r', 'x-johab', 'utf', '8-ftu'].map(
      (charset): Case => [
        `refuses ${charset}`,
        json(),
        post(`${TYPE}; charset=${charset}`, '{}'),
        { status: 415, body: /unsupported charset .+"type":"charset.unsupported"/ },
      ],
    ),
    ...[undefined, () => {}].map(
      (verify): Case => [
        `refuses a UTF that does not exist, ${verify ? 'with' : 'without'} verify`,
        json({ verify }),
        post(`${TYPE}; charset=UTF-9`, '{}'),
        { status: 415, body: /unsupported charset ."UTF-9.".+"charset":"utf-9"/ },
      ],
    ),
    [
      'reads bytes that are no UTF-8 with marks for them',
      json(),
      post(TYPE, Buffer.from([0x5b, 0x22, 0xff, 0xc3, 0x22, 0x5d])),
      { status: 200, body: "[ '��' ]" },
    ],
    [
      'takes defaultCharset where the type has none',
      json({ defaultCharset: 'utf-16le' }),
      post(TYPE, Buffer.from('[1]', 'utf16le')),
      { status: 200, body: '[ 1 ]' },
    ],
    [
      'knows defaultCharset in small letters only',
      json({ defaultCharset: 'UTF-8' }),
      post(TYPE, '[1]'),
      { status: 415, body: /"charset":"UTF-8"/ },
    ],
  ]),
])
