/**
 * The mutants as pages show them.
 *
 * @module
 */
import type { Text } from '@await-next/comparisons'
import { type Mutant, mutants } from '@await-next/comparisons/evidence'
import { annotatedLink, lineOf } from './annotated.ts'

/** A change, and who notices it. */
export interface MutantShown {
  id: string
  of: Mutant['of']
  breaks: Text
  /** As a reader finds it: an upstream's by its package, ours in the repository. */
  file: string
  /** Of upstream's file, at the line. */
  link?: string
  removed: string
  added: string
  /** The topic; nothing for what only a test of the mini's own shows. */
  topic?: string
  test?: string
}

/** All of them. */
export function mutantsShown(): MutantShown[] {
  return mutants.map(shown)
}

function shown({ id, of, breaks, file, find, replace, noticedBy }: Mutant): MutantShown {
  const isMini = of.startsWith('mini-')
  const name = isMini ? `packages/${of}/src/${file}` : `${of}/${file}`
  const line = lineOf(name, find)
  return {
    id,
    of,
    breaks,
    file: name,
    ...(line === undefined ? {} : annotatedLink(name, { line })),
    removed: find.trim(),
    added: replace.trim(),
    ...(typeof noticedBy === 'string' ? { topic: noticedBy } : noticedBy),
  }
}
