/**
 * What the fuzzer finds and nobody will mend, each with its reason.
 *
 * @module
 */
import type { Difference, RequestSpec } from '@await-next/oracle'
import type { Side } from '../topic.ts'

/** A kind of difference that is accepted. */
export interface KnownToFuzz {
  /** Short and stable, for reports. */
  id: string
  reason: string
  /** The place in upstream that makes the difference: `express/lib/response.js#send`. */
  upstreamSource: string
  /** Whether this difference, of this program asked this request, is of that kind. */
  covers(found: {
    side: Side
    source: string
    request: RequestSpec
    difference: Difference
  }): boolean
}

/** The whole list. */
export const knownToFuzz: readonly KnownToFuzz[] = []
