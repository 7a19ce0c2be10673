/**
 * Step 6: a router beside the app. Koa itself stays as it was.
 *
 * @module
 */
export { compose } from '../1-compose/compose.ts'
export { Koa } from '../5-delegation/koa.ts'
export { Router } from './router.ts'
