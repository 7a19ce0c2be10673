/**
 * Golden files: what a demo has been seen to print, and is held to.
 *
 * `expected.txt` holds everywhere. `expected.node22.txt` replaces it on Node 22 and newer, up to the next such file;
 * `expected.win32.txt` (or another platform's) replaces both.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { LoadedDemo } from './demos.ts'

/** A Node on a platform: `{ major: 22, platform: 'linux' }`. */
export interface Runtime {
  major: number
  platform: string
}

/** The names that a golden file may have. */
export const GOLDEN_NAME = /^expected(?:\.node(?<major>2[0-9])|\.(?<platform>win32|darwin))?\.txt$/

/** The golden file that holds on a runtime, or undefined where there is none. */
export function goldenFile(demo: LoadedDemo, { major, platform }: Runtime): string | undefined {
  const ofPlatform = path.join(demo.folder, `expected.${platform}.txt`)
  if (existsSync(ofPlatform)) return ofPlatform
  const newest = Math.max(...majors(demo.folder).filter((one) => one <= major))
  const name = Number.isFinite(newest) ? `expected.node${newest}.txt` : 'expected.txt'
  const file = path.join(demo.folder, name)
  return existsSync(file) ? file : undefined
}

/** What a demo is held to on a runtime. */
export function golden(demo: LoadedDemo, runtime: Runtime): string | undefined {
  const file = goldenFile(demo, runtime)
  return file === undefined ? undefined : readFileSync(file, 'utf8')
}

/** The majors that have a golden file of their own in a folder. */
export function majors(folder: string): number[] {
  return readdirSync(folder)
    .map((name) => GOLDEN_NAME.exec(name)?.groups?.['major'])
    .filter((major) => major !== undefined)
    .map(Number)
}

/** Keeps what was printed: for everybody, or for one major where it differs from what holds without it. */
export function keepGolden(demo: LoadedDemo, printed: string, major?: number): void {
  if (major === undefined) {
    writeFileSync(path.join(demo.folder, 'expected.txt'), printed)
    return
  }
  const own = path.join(demo.folder, `expected.node${major}.txt`)
  rmSync(own, { force: true })
  if (golden(demo, { major, platform: process.platform }) !== printed) writeFileSync(own, printed)
}
