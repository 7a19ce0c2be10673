/**
 * The upstream files and how much of each is told of, for the index.
 *
 * @module
 */
import { defineLoader } from 'vitepress'
import { readAccepted } from '../../src/annotations/accepted.ts'
import { checkNotes } from '../../src/annotations/check.ts'
import { readNotes } from '../../src/annotations/notes.ts'
import { sourceLink } from '../../src/source/links.ts'
import { UPSTREAM_PACKAGES, upstreamFiles } from '../../src/source/upstream.ts'

/** An upstream package. */
export interface AnnotatedPackage {
  name: string
  version: string
  side: 'express' | 'koa'
  files: AnnotatedFile[]
}

/** One of its files. */
export interface AnnotatedFile {
  /** `lib/context.js` */
  path: string
  /** Of its page, from the language's root. */
  link: string
  lines: number
  /** Functions of more than three lines, and those of them with a note. */
  long: number
  noted: number
}

declare const data: AnnotatedPackage[]

export { data }

export default defineLoader({
  watch: ['../../annotations/**'],
  load: (): AnnotatedPackage[] => {
    const checked = checkNotes(readNotes(), readAccepted()).files
    return UPSTREAM_PACKAGES.map(({ name, side }) => {
      const files = upstreamFiles(name)
      return {
        name,
        side,
        version: files[0]?.version ?? '',
        files: files.map(({ file, path, text }) => {
          const { long = 0, noted = 0 } = checked.find((one) => one.file === file) ?? {}
          return {
            path,
            link: sourceLink(file),
            lines: text.trimEnd().split('\n').length,
            long,
            noted,
          }
        }),
      }
    })
  },
})
