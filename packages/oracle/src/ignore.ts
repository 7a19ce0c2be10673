/**
 * What no verdict rests on, each with its reason. There is nothing else: presence, order and case of
 * headers, bodies, trailers and the connection's fate always count.
 *
 * @module
 */
import { isUtf8 } from 'node:buffer'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Answer, Observation, Slip } from './observation.ts'

/** One thing that is masked on both sides before they are compared. */
export interface IgnoreRule {
  name: string
  reason: string
  /** The same observation with a placeholder such as `<date>` where the ignored thing stood. */
  mask(observation: Observation): Observation
}

/** The whole list, in the order in which the rules are applied. */
export const ignored: readonly IgnoreRule[] = [
  {
    name: 'date',
    reason: 'The Date header tells when, not what.',
    mask: (observation) =>
      mapAnswers(observation, (answer) => mapHeader(answer, 'date', () => '<date>')),
  },
  {
    name: 'cookie expiry',
    reason: 'The Expires of a cookie tells when it was set, not what.',
    mask: (observation) =>
      mapAnswers(observation, (answer) =>
        mapHeader(answer, 'set-cookie', (value) => value.replace(EXPIRES, '$1<date>')),
      ),
  },
  {
    name: 'stack frames',
    reason: 'A stack names files and lines, which is where a mini is meant to differ.',
    mask: (observation) =>
      mapSlips(mapAnswers(observation, maskStackInBody), (text) =>
        text.replace(FRAMES, ' <stack>'),
      ),
  },
  {
    name: 'port',
    reason: 'Every run listens on another free port.',
    mask: (observation) =>
      mapLines(mapStray(mapAnswers(observation, maskPortInAnswer), maskPort), maskPort),
  },
  {
    name: 'paths',
    reason: 'Where this repository and the temporary folder stand differs from machine to machine.',
    mask: (observation) => mapLines(observation, (text) => text.replace(PATHS, '<path>')),
  },
  {
    name: 'room',
    reason: 'A database that belongs to one run has a random name.',
    mask: (observation) =>
      mapLines(
        mapAnswers(observation, (answer) => maskBody(answer, maskRoom)),
        maskRoom,
      ),
  },
  {
    name: 'process id',
    reason: 'Node puts it in front of a printed warning.',
    mask: (observation) => mapSlips(observation, (text) => text.replace(PID, '(node:<pid>)')),
  },
]

/** One or more lines of a stack. The last one may open the error's own properties with a brace. */
const FRAMES = /(?:\n +at .+)+/g

/** The same as the final handler renders it: an escaped stack with `<br>` for each line break. */
const HTML_FRAMES = /(?:<br>(?: &nbsp;)+ ?at [^<]+)+/g

/** A date that is past deletes a cookie, which is not ignored: it has no other year than 1970. */
const EXPIRES = /(; expires=)(?!\w+, 01 Jan 1970)[^;]+/gi

const PORT = /\b127\.0\.0\.1:\d{1,5}\b/g
/** Node prints what it could not parse as numbers, and there the port stands in the Host header. */
const PACKET = /\brawPacket: <Buffer [^>]*>/g
const ROOM = /\bawait_next_[0-9a-f]{12}\b/g
const PID = /\(node:\d+\)/g

/** The temporary folder may be a link, as on macOS; errors then name where it leads. */
const FOLDERS = [process.cwd(), tmpdir(), realpathSync(tmpdir())]

/** Below one of the folders, and not below one that only ends or begins like it. */
const PATHS = new RegExp(
  `(?:file:///?)?(?<![\\w.-])(?:${FOLDERS.map(escapeRegExp).join('|')})(?![\\w.-])[^\\s'")]*`,
  'g',
)

/**
 * Masks everything that is ignored.
 *
 * @returns The masked observation, and the names of the rules that had something to mask.
 */
export function maskIgnored(observation: Observation): { masked: Observation; applied: string[] } {
  const applied: string[] = []
  let masked = observation
  for (const { name, mask } of ignored) {
    const before = masked
    masked = mask(before)
    if (!sameBytes(before, masked)) applied.push(name)
  }
  return { masked, applied }
}

/** Leaves the random part of a room's name out of a text. */
export function maskRoom(text: string): string {
  return text.replace(ROOM, '<room>')
}

function maskStackInBody(answer: Answer): Answer {
  return maskBody(answer, (text) =>
    text.replace(FRAMES, ' <stack>').replace(HTML_FRAMES, ' <stack>'),
  )
}

function maskPortInAnswer(answer: Answer): Answer {
  const masked = maskBody(answer, maskPort)
  return { ...masked, headers: masked.headers.map(([name, value]) => [name, maskPort(value)]) }
}

function maskPort(text: string): string {
  return text.replace(PORT, '127.0.0.1:<port>').replace(PACKET, 'rawPacket: <bytes>')
}

/** With other bytes a body has another length and another tag: a length is masked where it told the truth. */
function maskBody(answer: Answer, map: (text: string) => string): Answer {
  const text = textOf(answer.body)
  const rest = text === undefined ? undefined : map(text)
  if (rest === undefined || rest === text) return answer
  const truth = String(answer.body.length)
  const measured = mapHeader(answer, 'content-length', (value) =>
    value === truth ? '<length>' : value,
  )
  const tagged = mapHeader(measured, 'etag', () => '<etag>')
  return { ...tagged, body: Buffer.from(rest) }
}

function mapAnswers(observation: Observation, map: (answer: Answer) => Answer): Observation {
  return { ...observation, answers: observation.answers.map(map) }
}

function mapSlips(observation: Observation, map: (text: string) => string): Observation {
  const slips = observation.slips.map((slip): Slip => ({ ...slip, text: map(slip.text) }))
  return { ...observation, slips }
}

/** What came after an answer whose length was wrong. */
function mapStray(observation: Observation, map: (text: string) => string): Observation {
  const text = textOf(observation.stray)
  const stray = text === undefined ? observation.stray : Buffer.from(map(text))
  return { ...observation, stray }
}

/** All that was printed, and all that a visitor told. */
function mapLines(observation: Observation, map: (text: string) => string): Observation {
  const masked = mapSlips(observation, map)
  return masked.told ? { ...masked, told: masked.told.map(map) } : masked
}

function mapHeader(answer: Answer, wanted: string, map: (value: string) => string): Answer {
  const headers = answer.headers.map(([name, value]): [string, string] =>
    name.toLowerCase() === wanted ? [name, map(value)] : [name, value],
  )
  return { ...answer, headers }
}

/** Text for what is text: masking never touches binary bodies. */
function textOf(body: Uint8Array): string | undefined {
  return isUtf8(body) ? Buffer.from(body).toString('utf8') : undefined
}

function sameBytes(one: Observation, other: Observation): boolean {
  return comparable(one) === comparable(other)
}

/** Bytes are read from their holder: a Buffer's own `toJSON` has run before a replacer sees the value. */
function comparable(observation: Observation): string {
  return JSON.stringify(observation, function replace(this: Record<string, unknown>, key, value) {
    const own = this[key]
    return own instanceof Uint8Array ? Buffer.from(own).toString('latin1') : value
  })
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
