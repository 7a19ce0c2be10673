/**
 * What the collection has promised to show, and where it does. A test fails where a promise has no demo.
 *
 * @module
 */
export const items: Readonly<Record<string, readonly string[]>> = {
  'module.exports': ['modules/module-exports'],
  'exports as an alias': ['modules/exports-alias'],
  'reassigning exports': ['modules/exports-reassigned'],
  'exporting too late': ['modules/export-too-late'],
  'the cache': ['modules/cache'],
  'a function to run again': ['modules/export-a-function'],
  'cycles of CommonJS': ['modules/cycle'],
  'the module wrapper': ['modules/wrapper'],
  '__dirname and __filename': ['modules/dirname', 'modules/wrapper'],
  'global and globalThis against window': ['modules/global'],
  'live bindings': ['esm/live-bindings'],
  'cycles of ES modules': ['esm/cycle'],
  'import.meta': ['esm/import-meta'],
  'require(esm)': ['esm/require-esm'],
  'dual packages': ['esm/dual-package'],
}
