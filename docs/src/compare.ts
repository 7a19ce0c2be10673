/**
 * The run that the site is made from.
 *
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  type Comparison,
  compare,
  loadTopic,
  progress,
  toJson,
  topicNames,
} from '@await-next/comparisons'
import { COMPARISON_FILE } from './paths.ts'

/** Runs every topic on every subject, showing progress, and keeps the result for the pages. */
export async function runComparison(): Promise<Comparison> {
  const topics = await Promise.all(topicNames().map((name) => loadTopic(name)))
  const show = progress(true)
  const comparison = await compare({ topics, onProgress: show.step })
  show.done()
  mkdirSync(path.dirname(COMPARISON_FILE), { recursive: true })
  writeFileSync(COMPARISON_FILE, toJson(comparison))
  return comparison
}
