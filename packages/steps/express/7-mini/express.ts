/**
 * Step 7: the mini itself.
 *
 * @module
 */
export { express } from '@await-next/mini-express'
