/**
 * The kept benchmarks as the pages read them: written by `pnpm start` and `pnpm docs:build`.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import type { Text } from '@await-next/benchmarks'
import { SPEED_FILE } from './paths.ts'

/** A table: what a column says, and the cells of each row, in both languages where they are words. */
export interface SpeedTable {
  title: Text
  head: Text[]
  rows: (Text | string)[][]
}

/** What the pages show. Empty lists where nothing has been kept. */
export interface SpeedData {
  /** When, and under which Nodes. */
  ran: { date: string; nodes: string[] }
  goals: SpeedTable[]
  why: SpeedTable[]
  growth: SpeedTable[]
}

/** Reads the tables. */
export function readSpeed(): SpeedData {
  return JSON.parse(readFileSync(SPEED_FILE, 'utf8'))
}
