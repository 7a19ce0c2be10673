/**
 * The proof that a comparison is one: all subjects of a side answer with the same bytes.
 *
 * @module
 */
import { bodyOf, withoutDate } from './answer.ts'
import { SIDES, type SubjectId, sideOf } from './subjects.ts'

/** Two subjects that do not answer alike: what they need is not comparable. */
export class DifferentBytesError extends Error {
  override name = 'DifferentBytesError'
}

/**
 * Compares answers, header for header; only the date may differ. Peers have headers of their own, and the same body.
 *
 * @throws DifferentBytesError that shows both answers.
 */
export function proveSameBytes(
  { id }: { id: string },
  answers: ReadonlyMap<SubjectId, Buffer>,
): void {
  for (const [subject, answer] of answers) {
    const side = sideOf(subject)
    const { upstream } = SIDES[side ?? 'koa']
    const expected = answers.get(upstream)
    const told = side ? withoutDate : bodyOf
    if (!expected || told(expected) === told(answer)) continue
    throw new DifferentBytesError(
      `${id}: ${subject} does not answer as ${upstream} does.\n\n` +
        `${upstream}:\n${shown(expected)}\n\n${subject}:\n${shown(answer)}`,
    )
  }
}

function shown(answer: Buffer): string {
  const text = withoutDate(answer)
  const lines = text.slice(0, SHOWN).replaceAll('\r', '')
  return (text.length > SHOWN ? `${lines} …` : lines).replace(/^/gm, '  ')
}

/** Enough for the headers and the beginning of a body. */
const SHOWN = 1000
