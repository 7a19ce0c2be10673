/**
 * Stacks and error messages name files where they stand on the machine that ran them; a page names them in the repository.
 *
 * @module
 */
import { pathToFileURL } from 'node:url'
import { ROOT } from '../paths.ts'

/** JSON with paths from the repository's root. A path that was cut off before it came to that says nothing. */
export function withoutPaths(json: string, root = ROOT): string {
  return json
    .replaceAll(pathToFileURL(root).href, '')
    .replaceAll(root, '')
    .replace(/file:\/\/\/[^"…\s]*…/g, 'file:…')
}
