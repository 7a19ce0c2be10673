/**
 * The same cases with ever more of something.
 *
 * @module
 */
import type { HttpCase } from '../case.ts'
import { text } from './bodies.ts'
import { behindMiddlewares } from './middlewares.ts'
import { amongRoutes } from './routes.ts'

interface Point {
  at: number
  work: HttpCase
}

function growing(at: readonly number[], work: (at: number) => HttpCase): { points: Point[] } {
  return { points: at.map((one) => ({ at: one, work: work(one) })) }
}

/** By what grows. */
export const GROWING = {
  routes: growing([10, 100, 500, 1000], (count) => amongRoutes(count, 'middle')),
  middlewares: growing([1, 5, 10, 20, 50], behindMiddlewares),
  body: growing([1, 16, 64, 256], text),
}
