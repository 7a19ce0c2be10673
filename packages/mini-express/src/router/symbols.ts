/**
 * The member of a request under which the matched pattern is kept, out of the way of user code.
 *
 * @module
 * @upstream router/lib/symbols.js
 */

/** The path or RegExp of the layer at work, as registered. */
export const matchedRoute = Symbol('matchedRoute')
