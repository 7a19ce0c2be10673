/**
 * What goes wrong with a topic before it is run.
 *
 * @module
 */

/** A topic that cannot be run: says in which folder, what is wrong, and what was expected. */
export class TopicError extends Error {
  override name = 'TopicError'
}
