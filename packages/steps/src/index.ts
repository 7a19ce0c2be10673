/**
 * Express and Koa, built from `node:http` in seven steps each. The last step is the mini.
 *
 * @module
 */
import expressHttp from '../express/0-http/step.ts'
import expressStack from '../express/1-stack/step.ts'
import expressErrors from '../express/2-errors/step.ts'
import expressPaths from '../express/3-paths/step.ts'
import expressRouter from '../express/4-router/step.ts'
import expressParams from '../express/5-params/step.ts'
import expressResponse from '../express/6-response/step.ts'
import expressMini from '../express/7-mini/step.ts'
import koaHttp from '../koa/0-http/step.ts'
import koaCompose from '../koa/1-compose/step.ts'
import koaContext from '../koa/2-context/step.ts'
import koaRespond from '../koa/3-respond/step.ts'
import koaErrors from '../koa/4-errors/step.ts'
import koaDelegation from '../koa/5-delegation/step.ts'
import koaRouter from '../koa/6-router/step.ts'
import koaMini from '../koa/7-mini/step.ts'
import type { Step } from './step.ts'

export type { Case, Shown, Step, Text } from './step.ts'

/** The steps to Express, in order. */
export const EXPRESS_STEPS: readonly Step<unknown>[] = [
  expressHttp,
  expressStack,
  expressErrors,
  expressPaths,
  expressRouter,
  expressParams,
  expressResponse,
  expressMini,
]

/** The steps to Koa, in order. */
export const KOA_STEPS: readonly Step<unknown>[] = [
  koaHttp,
  koaCompose,
  koaContext,
  koaRespond,
  koaErrors,
  koaDelegation,
  koaRouter,
  koaMini,
]
