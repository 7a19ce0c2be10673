/**
 * Step 7: the mini itself.
 *
 * @module
 */
export { compose, Koa } from '@await-next/mini-koa'
export { default as Router } from '@await-next/mini-koa/router'
