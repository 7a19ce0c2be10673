/**
 * Copies of a mini or of an upstream package, in which one text may be replaced.
 *
 * @module
 */
import { cp, mkdir, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadSubject, type StandIn } from '../subjects.ts'
import { keepUntilExit } from '../temporary.ts'
import type { Mutant } from './list.ts'

/** The list no longer fits the sources: a mutant that changes nothing would be called a survivor. */
export class StaleMutantError extends Error {
  override name = 'StaleMutantError'
}

/** A copy on disk, ready to take its subject's place. */
export interface Copy {
  standIn: StandIn & { kind: 'mutant' }
  remove(): Promise<void>
}

/** What a copy is made of; without `find` nothing is changed. */
export type Change = Pick<Mutant, 'id' | 'of'> & Partial<Pick<Mutant, 'file' | 'find' | 'replace'>>

/**
 * Copies what a mutant is of, and changes it.
 *
 * @throws {@link StaleMutantError} when the text to replace does not stand there exactly once.
 */
export async function makeCopy({ id, of, file, find, replace }: Change): Promise<Copy> {
  const isMini = of.startsWith('mini-')
  const folder = path.join(PACKAGES, isMini ? of : 'comparisons', 'mutants', id)
  await rm(folder, { recursive: true, force: true })
  const kept = keepUntilExit(folder)
  const remove = async () => kept.remove()
  const sources = isMini ? await copyMini(of, folder) : await copyUpstream(of, folder)
  try {
    if (file !== undefined && find !== undefined) {
      await change(path.join(sources, file), find, replace ?? '', `${id}: ${of}/${file}`)
    }
  } catch (err) {
    await remove()
    throw err
  }
  return { standIn: { kind: 'mutant', label: of, folder }, remove }
}

const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * Below the package itself, so that its dependencies resolve as they do for the original. Not in a folder with a dot:
 * `res.sendFile` finds no file in such.
 */
async function copyMini(mini: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  for (const part of ['package.json', 'src', 'test']) {
    await cp(path.join(PACKAGES, mini, part), path.join(folder, part), { recursive: true })
  }
  return path.join(folder, 'src')
}

/** Which framework brings a package along, and so has to be copied with it. */
const BROUGHT_BY = {
  express: 'express',
  router: 'express',
  koa: 'koa',
  'koa-compose': 'koa',
} as const

/**
 * The framework, and the package it brings along, in a `node_modules` of their own. They find each other there; all
 * else that they require is linked to what the originals require.
 */
async function copyUpstream(of: string, folder: string): Promise<string> {
  const framework = BROUGHT_BY[of as keyof typeof BROUGHT_BY]
  const { provenance } = await loadSubject(framework)
  const home = path.join(folder, 'node_modules')
  const names = [...new Set([framework, of])]
  for (const name of names) {
    const part = provenance.parts.find((one) => one.name === name)
    if (!part) throw new StaleMutantError(`${framework} has no part ${name}`)
    const original = packageFolder(part.file, name)
    const copy = path.join(home, name)
    await cp(original, copy, { recursive: true })
    await linkDependencies(path.dirname(original), path.join(copy, 'node_modules'), names)
  }
  return path.join(home, of)
}

async function linkDependencies(from: string, to: string, besides: string[]): Promise<void> {
  await mkdir(to, { recursive: true })
  const dependencies = (await readdir(from)).filter((name) => !besides.includes(name))
  for (const name of dependencies) {
    await symlink(await realpath(path.join(from, name)), path.join(to, name), 'dir')
  }
}

function packageFolder(file: string, name: string): string {
  const below = path.join('node_modules', name) + path.sep
  return file.slice(0, file.lastIndexOf(below) + below.length - 1)
}

async function change(file: string, find: string, replace: string, where: string): Promise<void> {
  const source = await readFile(file, 'utf8')
  const count = source.split(find).length - 1
  if (count !== 1) {
    throw new StaleMutantError(`${where} holds ${JSON.stringify(find)} ${count} times, not once.`)
  }
  await writeFile(
    file,
    source.replace(find, () => replace),
  )
}
