/**
 * Types on a page: what the compiler says of a snippet that is marked `twoslash`.
 *
 * @module
 */
import { transformerTwoslash } from '@shikijs/vitepress-twoslash'
import type { ShikiTransformer } from 'shiki/core'
import ts from 'typescript'
import { DOCS } from '../paths.ts'

let transformer: ShikiTransformer | undefined

/** For Shiki. A compiler is started for the first snippet; one that does not compile fails the build. */
export function typesTransformer(): ShikiTransformer {
  transformer ??= transformerTwoslash({
    explicitTrigger: true,
    twoslashOptions: {
      vfsRoot: DOCS,
      compilerOptions: {
        customConditions: ['@await-next/source'],
        allowImportingTsExtensions: true,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        noEmit: true,
        strict: true,
        target: ts.ScriptTarget.ES2023,
        types: ['node'],
      },
    },
  })
  return transformer
}
