/**
 * Some of an object's members.
 *
 * @module
 * @upstream koa/lib/only.js
 */

/**
 * Picks members that are neither `null` nor `undefined`.
 *
 * @upstream koa/lib/only.js
 */
export function only<From extends object, Key extends keyof From>(
  from: From,
  keys: readonly Key[],
): Partial<Pick<From, Key>> {
  const picked: Partial<Pick<From, Key>> = {}
  for (const key of keys) {
    if (from[key] != null) picked[key] = from[key]
  }
  return picked
}
