/**
 * `--import` this, and TypeScript runs with every line and column where it stands in its file.
 *
 * Plain JavaScript, since it is what makes TypeScript run.
 *
 * @module
 */
import { register } from 'node:module'

register('./hooks.js', import.meta.url)
