/**
 * Compiling what is measured: plain JavaScript, as it would be published, so that no loader is in the way.
 *
 * @module
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type ts from 'typescript'
import { COMPILED } from './paths.ts'

const PACKAGES = fileURLToPath(new URL('../../', import.meta.url))

/** What a launch runs. */
export const CHILD = path.join(PACKAGES, 'benchmarks', COMPILED, 'child.js')

/** What is run to have its instructions counted. */
export const COUNTED = path.join(PACKAGES, 'benchmarks', COMPILED, 'counted.js')

/** Compiles the minis and what runs in a launch. */
export async function build(): Promise<void> {
  // It takes its time to load, which a mistyped command need not wait for.
  const { default: compiler } = await import('typescript')
  for (const name of ['mini-express', 'mini-koa', 'benchmarks']) {
    compile(compiler, path.join(PACKAGES, name))
  }
}

function compile(compiler: typeof ts, folder: string): void {
  const [from, to] = [path.join(folder, 'src'), path.join(folder, COMPILED)]
  for (const file of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!/^(?!.*\.(?:test|test-d)\.ts$).*\.ts$/.test(file)) continue
    const { outputText } = compiler.transpileModule(readFileSync(path.join(from, file), 'utf8'), {
      fileName: file,
      // As in `tsconfig.build.json`.
      compilerOptions: {
        target: compiler.ScriptTarget.ES2023,
        module: compiler.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    })
    const target = path.join(to, file.replace(/\.ts$/, '.js'))
    // Another run may be loading it.
    if (existsSync(target) && readFileSync(target, 'utf8') === outputText) continue
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, outputText)
  }
}
