import { describeBehaviours } from '@await-next/oracle/vitest'
import { behaviours, post } from '../../test/bodies.ts'
import { pair } from '../../test/pair.ts'
import type { express } from '../index.ts'
import type { RawOptions } from './index.ts'

const TYPE = 'application/octet-stream'

const raw = (options?: RawOptions) => (framework: typeof express) => [framework.raw(options)]

describeBehaviours('express.raw()', pair, [
  ...behaviours([
    ['reads bytes', raw(), post(TYPE, Buffer.from([0, 255])), { body: '<Buffer 00 ff>' }],
    ['reads chunks', raw(), post(TYPE, ['a', 'b']), { body: '<Buffer 61 62>' }],
    ['reads a length of 0 as no bytes', raw(), post(TYPE, ''), { body: '<Buffer >' }],
    ['keeps a byte order mark', raw(), post(TYPE, '\ufeff'), { body: '<Buffer ef bb bf>' }],
    [
      'minds no charset',
      raw(),
      post(`${TYPE}; charset=x-bogus`, 'a'),
      { status: 200, body: '<Buffer 61>' },
    ],
    [
      'has no charset for verify',
      raw({
        verify: (_req, _res, bytes, charset) => {
          throw new Error(`${bytes.length} bytes of ${charset}`)
        },
      }),
      post(`${TYPE}; charset=utf-8`, 'abc'),
      { status: 403, body: /"message":"3 bytes of null".+"entity.verify.failed"/ },
    ],
    [
      'has verify see the very buffer',
      raw({
        verify: (_req, _res, bytes) => {
          bytes.fill('x')
        },
      }),
      post(TYPE, 'abc'),
      { status: 200, body: '<Buffer 78 78 78>' },
    ],
    ['leaves JSON alone', raw(), post('application/json', '{}'), { body: 'undefined' }],
    ['takes any type', raw({ type: '*/*' }), post('a/b', 'c'), { body: '<Buffer 63>' }],
  ]),
])
