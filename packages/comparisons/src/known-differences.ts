/**
 * What a mini is known to do otherwise than its upstream, each with its reason.
 *
 * A difference that is not listed fails. So does a listed one that has vanished: the list says what is
 * true, not what once was.
 *
 * @module
 */
import type { KnownDifference } from '@await-next/oracle'

/** None in the topics so far. */
export const knownDifferences: readonly KnownDifference[] = []
