import type { NextFunction } from '@await-next/mini-express'
import type { Next } from '@await-next/mini-koa'

declare const express: { next: NextFunction }
declare const koa: { next: Next }
// ---cut---
export const returned = express.next()
//           ^?

export const promised = koa.next()
//           ^?
