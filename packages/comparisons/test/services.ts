/**
 * MySQL and Redis once for all tests of a run, where they are installed: whatever looks for them finds them by their URLs.
 *
 * @module
 */
import { openServices } from '../src/services/index.ts'
import { SERVICES } from '../src/services/list.ts'

/** @returns What ends them when the last test is over. */
export default async function setup(): Promise<() => Promise<void>> {
  const { running, failed, close } = await openServices(['mysql', 'redis'])
  if (failed.length > 0) {
    await close()
    throw new Error(failed.map(({ name, problem }) => `${name}: ${problem}`).join('\n'))
  }
  for (const { name, url } of running) {
    const { variable } = await SERVICES[name]()
    process.env[variable] = url
  }
  return close
}
