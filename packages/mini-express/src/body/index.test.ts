import { createRequire } from 'node:module'
import { describeValues, type Pair } from '@await-next/oracle/vitest'
import { expect, it } from 'vitest'
import { pair } from '../../test/pair.ts'
import type { express } from '../index.ts'
import { type BodyOptions, type BodyParsers, bodyParser } from './index.ts'
import { normalizeOptions } from './options.ts'

const require = createRequire(import.meta.url)

/** The package alone, as it may be used without Express. */
const packages: Pair<BodyParsers> = {
  upstream: `body-parser ${require('body-parser/package.json').version}`,
  mini: 'mini-express/body',
  upstreamFile: require.resolve('body-parser'),
  frameworks: { upstream: require('body-parser'), mini: bodyParser },
}

const NAMES = ['json', 'raw', 'text', 'urlencoded'] as const

describeValues('bodyParser', packages, [
  {
    name: 'holds four parsers',
    compute: (parsers) =>
      Object.entries(Object.getOwnPropertyDescriptors(parsers))
        .map(([name, { enumerable, writable }]) => `${name} ${enumerable} ${writable}`)
        .filter((line) => NAMES.some((name) => line.startsWith(name))),
    expected: NAMES.map((name) => `${name} true true`),
  },
  {
    name: 'names functions as they are known',
    compute: (parsers) =>
      NAMES.map((name) => [
        parsers[name].name,
        parsers[name].length,
        parsers[name]().name,
        parsers[name]().length,
      ]),
    expected: NAMES.map((name) => [name, 1, `${name}Parser`, 3]),
  },
  {
    name: 'throws when it is called',
    compute: (parsers) => thrownBy(() => parsers()),
    expected:
      'Error: The bodyParser() generic has been split into individual middleware to use instead.',
  },
])

describeValues('express.json, raw, text and urlencoded', pair, [
  {
    name: 'stand in this order',
    compute: (framework) => Object.keys(framework).filter((key) => NAMES.includes(key as 'json')),
    expected: NAMES,
  },
])

/** Options that none of the parsers takes, and the words for it. */
const REFUSED: Record<string, [options: object, message: string]> = {
  'a limit that is no size': [{ limit: 'large' }, 'TypeError: option limit "large" is invalid'],
  'a limit of no number': [{ limit: Number.NaN }, 'TypeError: option limit "NaN" is invalid'],
  'a limit of true': [{ limit: true }, 'TypeError: option limit "true" is invalid'],
  'a limit of nothing': [{ limit: '' }, 'TypeError: option limit "" is invalid'],
  'a limit in a list': [{ limit: ['1kb'] }, 'TypeError: option limit "1kb" is invalid'],
  'a verify that is a text': [{ verify: 'yes' }, 'TypeError: option verify must be function'],
  'a verify that is true': [{ verify: true }, 'TypeError: option verify must be function'],
  'the limit before verify': [{ verify: 1, limit: 'x' }, 'TypeError: option limit "x" is invalid'],
}

/** What may be given all the same. */
const TAKEN: Record<string, BodyOptions | null | undefined> = {
  nothing: undefined,
  null: null,
  'no options': {},
  'a verify of nothing': { verify: '' as never },
  'a limit of null': { limit: null as never },
  'a limit below zero': { limit: -1 },
  'an unknown option': { bogus: true } as never,
}

describeValues(
  'express.json(options) and the others',
  pair,
  NAMES.flatMap((name) => [
    ...Object.entries(REFUSED).map(([what, [options, message]]) => ({
      name: `${name} refuses ${what}`,
      compute: (framework: typeof express) => thrownBy(() => framework[name](options)),
      expected: message,
    })),
    ...Object.entries(TAKEN).map(([what, options]) => ({
      name: `${name} takes ${what}`,
      compute: (framework: typeof express) =>
        thrownBy(() => framework[name](options as BodyOptions)),
      expected: `a function named ${name}Parser`,
    })),
  ]),
)

function thrownBy(act: () => unknown): string {
  try {
    const made = act()
    return `a ${typeof made} named ${(made as { name: string }).name}`
  } catch (err) {
    return String(err)
  }
}

it('normalizeOptions(options, defaultType) wants a type', () => {
  const theirs = require(
    packages.upstreamFile.replace(/index\.js$/, 'lib/utils.js'),
  ).normalizeOptions
  for (const normalize of [theirs, normalizeOptions]) {
    expect(() => normalize({})).toThrow(new TypeError('defaultType must be provided'))
  }
})
