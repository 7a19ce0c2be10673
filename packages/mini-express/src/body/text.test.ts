import { describeBehaviours } from '@await-next/oracle/vitest'
import { behaviours, type Case, post } from '../../test/bodies.ts'
import { pair } from '../../test/pair.ts'
import type { express } from '../index.ts'
import type { TextOptions } from './index.ts'

const text = (options?: TextOptions) => (framework: typeof express) => [framework.text(options)]

/** Charsets, and bytes of each. */
const CHARSETS: Record<string, [body: Buffer, shown: string]> = {
  'utf-8': [Buffer.from('name is 论'), "'name is 论'"],
  'UTF-8': [Buffer.from('name is 论'), "'name is 论'"],
  'utf-16le': [Buffer.from('论', 'utf16le'), "'论'"],
  'utf-16': [Buffer.from('\ufeff论', 'utf16le'), "'论'"],
  'utf-32le': [Buffer.from([0xba, 0x8b, 0, 0]), "'论'"],
  'iso-8859-1': [Buffer.from('é', 'latin1'), "'é'"],
  'windows-1252': [Buffer.from([0x80]), "'€'"],
  'koi8-r': [Buffer.from([0xce, 0xc5, 0xd4]), "'нет'"],
  gbk: [Buffer.from([0xc2, 0xdb]), "'论'"],
  shift_jis: [Buffer.from([0x98, 0x5f]), "'論'"],
  'us-ascii': [Buffer.from([0x61, 0xe9]), "'a�'"],
  base64: [Buffer.from('text'), "'dGV4dA=='"],
  hex: [Buffer.from('text'), "'74657874'"],
}

const UNKNOWN = ['x-bogus', 'utf-9', '__proto__', 'constructor', '']

describeBehaviours('express.text()', pair, [
  ...behaviours([
    ['reads text', text(), post('text/plain', 'user is tobi'), { body: "'user is tobi'" }],
    ['reads a length of 0 as no text', text(), post('text/plain', ''), { body: "''" }],
    ['keeps blanks', text(), post('text/plain', ' \r\n\t'), { body: "' \\r\\n\\t'" }],
    ['drops a byte order mark', text(), post('text/plain', '\ufeffa'), { body: "'a'" }],
    [
      'puts characters together that come in two chunks',
      text(),
      post('text/plain', [Buffer.from([0xe8, 0xae]), Buffer.from([0xba])]),
      { status: 200, body: "'论'" },
    ],
    [
      'marks a character that breaks off',
      text(),
      post('text/plain', Buffer.from([0x61, 0xe8, 0xae])),
      { status: 200, body: "'a�'" },
    ],
    ['leaves HTML alone', text(), post('text/html', '<p>'), { status: 200, body: 'undefined' }],
    ['leaves no type alone', text(), post(undefined, 'a'), { status: 200, body: 'undefined' }],
  ]),
])

describeBehaviours('express.text() and charsets', pair, [
  ...behaviours(
    [undefined, () => {}].flatMap((verify): Case[] => {
      const how = verify ? 'with verify' : 'without verify'
      return [
        ...Object.entries(CHARSETS).map(
          ([charset, [body, shown]]): Case => [
            `reads ${charset} ${how}`,
            text({ verify }),
            post(`text/plain; charset=${charset}`, body),
            { status: 200, body: shown },
          ],
        ),
        ...Object.entries(CHARSETS).map(
          ([charset, [body, shown]]): Case => [
            `reads ${charset} by default, ${how}`,
            text({ verify, defaultCharset: charset }),
            post('text/plain', body),
            { status: 200, body: shown },
          ],
        ),
        ...UNKNOWN.map(
          (charset): Case => [
            `answers charset="${charset}" ${how}`,
            text({ verify }),
            post(`text/plain; charset="${charset}"`, 'a'),
            charset === ''
              ? { status: 200 }
              : { status: 415, body: /"type":"charset.unsupported"/ },
          ],
        ),
        [
          `names a default that does not exist in small letters, ${how}`,
          text({ verify, defaultCharset: 'X-Bogus' }),
          post('text/plain', 'a'),
          { status: 415, body: /unsupported charset ."X-BOGUS.".+"charset":"x-bogus"/ },
        ],
        [
          `takes the type before the default, ${how}`,
          text({ verify, defaultCharset: 'koi8-r' }),
          post('text/plain; charset=utf-8', '论'),
          { status: 200, body: "'论'" },
        ],
      ]
    }),
  ),
])
