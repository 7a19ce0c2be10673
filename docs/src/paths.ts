/**
 * Where things stand, for the scripts of the site.
 *
 * @module
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The site's own folder, which VitePress works in. */
export const DOCS = path.join(ROOT, 'docs')

/** The comparison that the pages are made from. */
export const COMPARISON_FILE = path.join(DOCS, 'data', 'comparison.json')

/** What the pages of the topics show. */
export const TOPICS_FILE = path.join(DOCS, 'data', 'topics.json')

/** What the pages of evidence show. */
export const EVIDENCE_FILE = path.join(DOCS, 'data', 'evidence.json')

/** What is known of the recordings, for the pages. */
export const RECORDINGS_FILE = path.join(DOCS, 'data', 'recordings.json')

/** The recordings themselves, which a page loads when its player is opened. */
export const RECORDINGS_FOLDER = path.join(DOCS, 'public', 'recordings')

/** The kept benchmarks, as tables. */
export const SPEED_FILE = path.join(DOCS, 'data', 'speed.json')

/** The generated API pages. */
export const API_FOLDER = path.join(DOCS, 'api')

/** What `pnpm docs:build` makes. */
export const DIST = path.join(DOCS, '.vitepress', 'dist')
