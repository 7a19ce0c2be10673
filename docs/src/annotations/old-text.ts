/**
 * What a function was when its note was accepted.
 *
 * Upstream's code is not kept here, so it is looked up: in what is installed, and else in the package of that version
 * from the registry. Either is believed only if its hash is the one that was accepted.
 *
 * @module
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DOCS } from '../paths.ts'
import { functionsOf } from '../source/functions.ts'
import { installedAt, packageOf, upstreamFiles } from '../source/upstream.ts'
import type { CheckedNote } from './check.ts'

/** Packages that were fetched for their old text. */
const FETCHED = path.join(DOCS, 'data', 'upstream')

/** The old code of a function, or in words why it cannot be shown. */
export function oldText(note: CheckedNote): string {
  if (!note.accepted) return '(nobody has accepted this note yet)'
  const name = packageOf(note.id)?.name
  if (!name) return '(of a package that is not annotated any more)'
  const { version } = note.accepted
  const installed = textIn(note, name, installedAt(name))
  if (installed !== undefined) return installed
  try {
    const fetched = textIn(note, name, fetchPackage(name, version))
    return fetched ?? `(${name}@${version} has another text than the one that was accepted)`
  } catch (err) {
    return `(${name}@${version} cannot be had from the registry: ${firstLine(err)})`
  }
}

function textIn(note: CheckedNote, name: string, home: string): string | undefined {
  return upstreamFiles(name, home)
    .flatMap(({ text, file }) => functionsOf(text, file))
    .find(({ hash }) => hash === note.accepted?.code)?.text
}

/** Once; later it is there. */
function fetchPackage(name: string, version: string): string {
  const home = path.join(FETCHED, `${name.replace('/', '+')}@${version}`)
  if (existsSync(home)) return home
  const folder = `${home}.${process.pid}`
  mkdirSync(folder, { recursive: true })
  try {
    const pack = ['pack', `${name}@${version}`, '--prefer-offline', '--pack-destination', folder]
    execFileSync('npm', pack, { stdio: 'pipe', cwd: folder })
    const [archive = ''] = readdirSync(folder)
    execFileSync('tar', ['-xzf', archive], { stdio: 'pipe', cwd: folder })
    renameSync(path.join(folder, 'package'), home)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return home
}

function firstLine(err: unknown): string {
  const said = String((err as { stderr?: Buffer }).stderr ?? '') || String(err)
  return said.trim().split('\n', 1)[0] ?? ''
}
