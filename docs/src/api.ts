/**
 * The API pages, generated from the doc comments of all packages.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Application, OptionDefaults, type TypeDocOptions } from 'typedoc'
import { linkTags } from './api-links.ts'
import { API_FOLDER, DOCS, ROOT } from './paths.ts'

const ENTRY_POINTS = [
  'packages/mini-express/src/index.ts',
  'packages/mini-express/src/body/index.ts',
  'packages/mini-express/src/static.ts',
  'packages/mini-koa/src/index.ts',
  'packages/mini-koa/src/body/index.ts',
  'packages/mini-koa/src/router/index.ts',
  'packages/oracle/src/index.ts',
  'packages/comparisons/src/index.ts',
]

/** A change here changes the pages. */
const PAGE_MAKERS = [import.meta.filename, path.join(import.meta.dirname, 'api-links.ts')]

/** What a page can be about. Members are documented where their name does not say it. */
const DOCUMENTED: NonNullable<TypeDocOptions['requiredToBeDocumented']> = [
  'Class',
  'Enum',
  'Function',
  'Interface',
  'TypeAlias',
  'Variable',
]

/**
 * Generates the API pages, unless the sources are those that they were made from.
 *
 * @returns Whether there was anything to do.
 * @throws Error when an export is not documented, or a link leads nowhere.
 */
export async function generateApi(): Promise<boolean> {
  const stamp = path.join(API_FOLDER, '.sources')
  const sources = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return false

  rmSync(API_FOLDER, { recursive: true, force: true })
  const app = await Application.bootstrapWithPlugins(options())
  linkTags(app)
  const project = await app.convert()
  if (!project) throw new Error('TypeDoc could not read the packages.')
  app.validate(project)
  if (app.logger.hasErrors() || app.logger.hasWarnings()) {
    throw new Error(
      'TypeDoc has complaints, see above: every export is documented, every link leads somewhere.',
    )
  }
  await app.generateOutputs(project)
  mkdirSync(API_FOLDER, { recursive: true })
  writeFileSync(stamp, sources)
  return true
}

function options(): Partial<TypeDocOptions> & Record<string, unknown> {
  return {
    name: 'API',
    entryPoints: ENTRY_POINTS.map((file) => path.join(ROOT, file)),
    tsconfig: path.join(DOCS, 'tsconfig.api.json'),
    plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme'],
    out: API_FOLDER,
    readme: 'none',
    logLevel: 'Warn',
    // `pnpm check` does that, and it takes longer than all the rest.
    skipErrorChecking: true,
    // Where things stand is for `linkTags`, not for the pages.
    disableGit: true,
    sourceLinkTemplate: '{path}',
    excludeExternals: true,
    excludePrivate: true,
    blockTags: [...OptionDefaults.blockTags, '@upstream', '@counterpart'],
    validation: { notDocumented: true, notExported: false, invalidLink: true },
    requiredToBeDocumented: DOCUMENTED,
    // Of the two plugins.
    docsRoot: DOCS,
    hideBreadcrumbs: true,
    useCodeBlocks: true,
    parametersFormat: 'table',
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const folders = new Set(ENTRY_POINTS.map((entry) => path.join(ROOT, path.dirname(entry))))
  for (const file of [...folders].flatMap(filesBelow).concat(PAGE_MAKERS)) {
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
