/**
 * Types on a page: what the compiler says of a snippet that is marked `twoslash`.
 *
 * @module
 */
import { transformerTwoslash } from '@shikijs/vitepress-twoslash'
import ts from 'typescript'
import type { MarkdownOptions } from 'vitepress'
import { DOCS } from '../paths.ts'

type Transformer = NonNullable<MarkdownOptions['codeTransformers']>[number]

/** For Shiki. Only blocks that say so are compiled; a snippet that does not compile fails the build. */
export function typesTransformer(): Transformer {
  const transformer = transformerTwoslash({
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
  // VitePress brings an older Shiki, whose transformers are the same.
  return transformer as unknown as Transformer
}
