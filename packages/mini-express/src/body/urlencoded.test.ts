import { describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import { behaviours, type Case, post } from '../../test/bodies.ts'
import { pair } from '../../test/pair.ts'
import type { express } from '../index.ts'
import type { UrlencodedOptions } from './index.ts'

const TYPE = 'application/x-www-form-urlencoded'

const form = (options?: UrlencodedOptions) => (framework: typeof express) => [
  framework.urlencoded(options),
]

/** Forms, and a part of what Node prints of them: as they stand, and extended. */
const FORMS: Record<string, [text: string, simple: string, extended: string]> = {
  'a parameter': ['user=tobi', "{ user: 'tobi' }", "{ user: 'tobi' }"],
  'two parameters': ['a=1&b=2', "{ a: '1', b: '2' }", "{ a: '1', b: '2' }"],
  'a name twice': ['a=1&a=2', "{ a: [ '1', '2' ] }", "{ a: [ '1', '2' ] }"],
  brackets: ['a[b]=1', "{ 'a[b]': '1' }", "{ a: { b: '1' } }"],
  'brackets, encoded': ['a%5Bb%5D=1', "{ 'a[b]': '1' }", "{ a: { b: '1' } }"],
  'brackets in brackets': ['a[b][c]=1', "{ 'a[b][c]': '1' }", "{ a: { b: { c: '1' } } }"],
  'a list': ['a[]=1&a[]=2', "{ 'a[]': [ '1', '2' ] }", "{ a: [ '1', '2' ] }"],
  'a list by index': ['a[1]=x&a[0]=y', "{ 'a[1]': 'x', 'a[0]': 'y' }", "{ a: [ 'y', 'x' ] }"],
  'a list with holes': ['a[5]=x', "{ 'a[5]': 'x' }", "{ a: [ 'x' ] }"],
  'an index out of all bounds': ['a[999]=x', "{ 'a[999]': 'x' }", "{ a: { '999': 'x' } }"],
  'objects in a list': ['a[0][b]=1&a[1][b]=2', "{ 'a[0][b]': '1'", "{ a: [ { b: '1' }, { b:"],
  'a list and an object': ['a[]=1&a[b]=2', "{ 'a[]': '1', 'a[b]': '2' }", "{ a: { '0': '1', b:"],
  'a bracket without an end': ['a[b=1', "{ 'a[b': '1' }", "{ a: { '[b': '1' } }"],
  'an end without a bracket': ['a]=1', "{ 'a]': '1' }", "{ 'a]': '1' }"],
  dots: ['a.b=1', "{ 'a.b': '1' }", "{ 'a.b': '1' }"],
  'a plus': ['a+b=c+d', "{ 'a b': 'c d' }", "{ 'a b': 'c d' }"],
  'no value': ['a&b=', "{ a: '', b: '' }", "{ a: '', b: '' }"],
  'no name': ['=1', '{}', '{}'],
  'nothing but separators': ['&&&', '{}', '{}'],
  'a value with an equals sign': ['a=b=c', "{ a: 'b=c' }", "{ a: 'b=c' }"],
  semicolons: ['a=1;b=2', "{ a: '1;b=2' }", "{ a: '1;b=2' }"],
  'a blank': [' ', "{ ' ': '' }", "{ ' ': '' }"],
  'UTF-8': ['%E4%B8%AD=%F0%9F%91%8B', "{ '中': '👋' }", "{ '中': '👋' }"],
  'UTF-8 without an escape': ['中=👋', "{ '中': '👋' }", "{ '中': '👋' }"],
  'a percent sign alone': ['a=100%', "{ a: '100%' }", "{ a: '100%' }"],
  'a percent sign and no digits': ['a=%zz%4', "{ a: '%zz%4' }", "{ a: '%zz%4' }"],
  'half a character': ['a=%E4%B8', "{ a: '%E4%B8' }", "{ a: '%E4%B8' }"],
  'a NUL': ['a%00=%00', "{ 'a\\x00': '\\x00' }", "{ 'a\\x00': '\\x00' }"],
  'a prototype': ['__proto__=x&a=1', "{ a: '1' }", "{ a: '1' }"],
  'names of a prototype': ['toString=1&constructor=2', "{ toString: '1', cons", "{ toString: '1',"],
  'a prototype in brackets': ['__proto__[x]=1', "{ '__proto__[x]': '1' }", '{}'],
  'a prototype further in': [
    'a[constructor][prototype][x]=1',
    "{ 'a[const",
    '{\n  a: { constructor: { prototype:',
  ],
  'HTML entities': ['a=%26%239786%3B', "{ a: '&#9786;' }", "{ a: '&#9786;' }"],
}

describeBehaviours('express.urlencoded({ extended })', pair, [
  ...behaviours(
    Object.entries(FORMS).flatMap(([name, [text, ...shown]]) =>
      [false, true].map(
        (extended, at): Case => [
          `reads ${name} with extended ${extended}`,
          form({ extended }),
          post(TYPE, text),
          { status: 200, body: startingWith(shown[at] as string) },
        ],
      ),
    ),
  ),
  ...behaviours([
    ['is off unless it is asked for', form(), post(TYPE, 'a[b]=1'), { body: "{ 'a[b]': '1' }" }],
    [
      'takes chunks of nothing for {}',
      form(),
      {
        method: 'POST',
        headers: [
          ['Content-Type', TYPE],
          ['Transfer-Encoding', 'chunked'],
        ],
        body: [],
      },
      { status: 200, body: '{}' },
    ],
    ['takes a length of 0 for {}', form(), post(TYPE, ''), { status: 200, body: '{}' }],
  ]),
])

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}

const many = (count: number) => Array.from({ length: count }, (_, at) => `n${at}=${at}`).join('&')
const items = (count: number) => Array.from({ length: count }, (_, at) => `a[]=${at}`).join('&')
const deep = (depth: number) => `a${'[b]'.repeat(depth)}=c`

describeBehaviours('express.urlencoded({ parameterLimit, depth })', pair, [
  ...behaviours([
    ...[true, false].flatMap((extended): Case[] => [
      [
        `takes 1000 parameters, extended ${extended}`,
        form({ extended }),
        post(TYPE, many(1000)),
        { status: 200, body: /n999: '999'/ },
      ],
      [
        `refuses 1001, extended ${extended}`,
        form({ extended }),
        post(TYPE, many(1001)),
        { status: 413, body: /"message":"too many parameters".+"type":"parameters.too.many"/ },
      ],
      [
        `counts what is empty too, extended ${extended}`,
        form({ extended, parameterLimit: 3 }),
        post(TYPE, '&&&'),
        { status: 413 },
      ],
      [
        `takes all of an infinite limit, extended ${extended}`,
        form({ extended, parameterLimit: Number.POSITIVE_INFINITY }),
        post(TYPE, many(3000)),
        { status: 200, body: /n2999: '2999'/ },
      ],
      [
        `cuts a fraction off, extended ${extended}`,
        form({ extended, parameterLimit: 2.9 }),
        post(TYPE, 'a=1&b=2&c=3'),
        { status: 413 },
      ],
      [
        `takes a limit in text, extended ${extended}`,
        form({ extended, parameterLimit: '2' as never }),
        post(TYPE, 'a=1&b=2&c=3'),
        { status: 413 },
      ],
      [
        `counts in 32 bits, extended ${extended}`,
        form({ extended, parameterLimit: 2 ** 31 }),
        post(TYPE, 'a=1'),
        { status: 413 },
      ],
      [
        `makes one list of 500 items, extended ${extended}`,
        form({ extended }),
        post(TYPE, items(500)),
        { status: 200, body: /300 more items/ },
      ],
      [
        `makes an object of an index in a list that is longer, extended ${extended}`,
        form({ extended }),
        post(TYPE, `${many(150)}&a[140]=x&a[160]=y`),
        { status: 200, body: extended ? /'160': 'y'/ : /'a\[160\]': 'y'/ },
      ],
    ]),
    [
      'takes 32 brackets',
      form({ extended: true }),
      post(TYPE, deep(32)),
      { status: 200, body: /b: 'c'/ },
    ],
    [
      'refuses 33',
      form({ extended: true }),
      post(TYPE, deep(33)),
      { status: 400, body: /The input exceeded the depth.+"querystring.parse.rangeError"/ },
    ],
    [
      'refuses more brackets than it is told',
      form({ extended: true, depth: 1 }),
      post(TYPE, deep(2)),
      { status: 400 },
    ],
    [
      'takes as many as it is told',
      form({ extended: true, depth: 100 }),
      post(TYPE, deep(100)),
      { status: 200, body: /b: 'c'/ },
    ],
    [
      'may be told none at all',
      form({ extended: true, depth: 0 }),
      post(TYPE, deep(1)),
      { status: 200, body: "{ 'a[b]': 'c' }" },
    ],
    [
      'does not count where it is not extended',
      form({ depth: -1 }),
      post(TYPE, deep(1000)),
      { status: 200 },
    ],
    [
      'takes a depth in text for its default',
      form({ extended: true, depth: '50' as never }),
      post(TYPE, deep(6)),
      { status: 400 },
    ],
  ]),
])

/** Options that cannot be used, and the words for it. */
const REFUSED: Record<string, [options: object, message: string]> = {
  'no number of parameters': [
    { parameterLimit: 'bogus' },
    'option parameterLimit must be a positive number',
  ],
  'no parameters': [{ parameterLimit: 0 }, 'option parameterLimit must be a positive number'],
  'minus one': [{ parameterLimit: -1 }, 'option parameterLimit must be a positive number'],
  'null for a limit': [{ parameterLimit: null }, 'option parameterLimit must be a positive number'],
  'no depth': [
    { extended: true, depth: 'bogus' },
    'option depth must be a zero or a positive number',
  ],
  'a depth below zero': [
    { extended: true, depth: -1 },
    'option depth must be a zero or a positive number',
  ],
  'a charset that forms have not': [
    { defaultCharset: 'koi8-r' },
    'option defaultCharset must be either utf-8 or iso-8859-1',
  ],
  'a charset in capitals': [
    { defaultCharset: 'UTF-8' },
    'option defaultCharset must be either utf-8 or iso-8859-1',
  ],
  'the limit before the charset': [
    { limit: 'x', defaultCharset: 'x', parameterLimit: 0 },
    'option limit "x" is invalid',
  ],
  'the charset before the parameters': [
    { defaultCharset: 'x', parameterLimit: 0 },
    'option defaultCharset must be either utf-8 or iso-8859-1',
  ],
}

describeValues('express.urlencoded(options)', pair, [
  ...Object.entries(REFUSED).map(([name, [options, message]]) => ({
    name: `refuses ${name}`,
    compute: (framework: typeof express) => thrownBy(() => framework.urlencoded(options)),
    expected: { isTypeError: true, message },
  })),
  {
    name: 'takes null for a depth',
    compute: (framework) => typeof framework.urlencoded({ extended: true, depth: null as never }),
    expected: 'function',
  },
])

function thrownBy(act: () => unknown): unknown {
  try {
    return act()
  } catch (err) {
    return { isTypeError: err instanceof TypeError, message: (err as Error).message }
  }
}

const CHECK_UTF8 = '%E2%9C%93'
const CHECK_LATIN = '%26%2310003%3B'
const latin = (text: string) => Buffer.from(text, 'latin1')

describeBehaviours('express.urlencoded() and charsets', pair, [
  ...behaviours([
    [
      'reads ISO 8859-1 by escapes',
      form(),
      post(`${TYPE}; charset=iso-8859-1`, '%A2=%BD'),
      { status: 200, body: "{ '¢': '½' }" },
    ],
    [
      'reads ISO 8859-1 by bytes',
      form(),
      post(`${TYPE}; charset=ISO-8859-1`, latin('¢=½')),
      { status: 200, body: "{ '¢': '½' }" },
    ],
    [
      'takes defaultCharset where the type has none',
      form({ defaultCharset: 'iso-8859-1' }),
      post(TYPE, '%A2=%BD'),
      { status: 200, body: "{ '¢': '½' }" },
    ],
    [
      'takes the type before defaultCharset',
      form({ defaultCharset: 'iso-8859-1' }),
      post(`${TYPE}; charset=utf-8`, '%C2%A2=%C2%BD'),
      { status: 200, body: "{ '¢': '½' }" },
    ],
    ...['koi8-r', 'utf-16', 'latin1', 'constructor', 'x y'].map(
      (charset): Case => [
        `refuses ${charset}`,
        form(),
        post(`${TYPE}; charset="${charset}"`, 'a=1'),
        { status: 415, body: /"type":"charset.unsupported"/ },
      ],
    ),
    ...[true, false, undefined].flatMap((charsetSentinel): Case[] => [
      [
        `reads utf8=✓ in UTF-8 with charsetSentinel ${charsetSentinel}`,
        form({ charsetSentinel }),
        post(`${TYPE}; charset=iso-8859-1`, `utf8=${CHECK_UTF8}&user=%C3%B8`),
        { status: 200, body: charsetSentinel ? "{ user: 'ø' }" : /user: 'Ã¸'/ },
      ],
      [
        `reads utf8=&#10003; in ISO 8859-1 with charsetSentinel ${charsetSentinel}`,
        form({ charsetSentinel }),
        post(`${TYPE}; charset=utf-8`, `utf8=${CHECK_LATIN}&user=%F8`),
        { status: 200, body: charsetSentinel ? "{ user: 'ø' }" : /user: '%F8'/ },
      ],
    ]),
    [
      'leaves a sentinel that says nothing',
      form({ charsetSentinel: true }),
      post(TYPE, 'utf8=foo&user=%C3%B8'),
      { status: 200, body: /user: 'ø'/ },
    ],
    ...[true, false].flatMap((interpretNumericEntities): Case[] => [
      [
        `reads &#9786; in ISO 8859-1 with interpretNumericEntities ${interpretNumericEntities}`,
        form({ interpretNumericEntities }),
        post(`${TYPE}; charset=iso-8859-1`, 'a=%26%239786%3B'),
        { status: 200, body: interpretNumericEntities ? "{ a: '☺' }" : "{ a: '&#9786;' }" },
      ],
      [
        `reads &#9786; in UTF-8 with interpretNumericEntities ${interpretNumericEntities}`,
        form({ interpretNumericEntities }),
        post(TYPE, 'a=%26%239786%3B'),
        { status: 200, body: "{ a: '&#9786;' }" },
      ],
    ]),
    [
      'reads entities as the sentinel says',
      form({ interpretNumericEntities: true, charsetSentinel: true, extended: true }),
      post(TYPE, `utf8=${CHECK_LATIN}&a[b]=%26%239786%3B`),
      { status: 200, body: "{ a: { b: '☺' } }" },
    ],
    [
      'has qs refuse a sentinel that is no boolean',
      form({ charsetSentinel: 'yes' as never }),
      post(TYPE, 'a=1'),
      { status: 200, body: "{ a: '1' }" },
    ],
  ]),
])
