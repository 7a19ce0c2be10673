import { createRequire } from 'node:module'
import { KOA_STEPS } from '../src/index.ts'
import { describeSteps } from './describe-steps.ts'

const require = createRequire(import.meta.url)
const { version } = require('koa/package.json')

describeSteps(KOA_STEPS, {
  name: `koa ${version}`,
  subject: {
    Koa: require('koa'),
    Router: require('@koa/router').default,
    compose: require('koa-compose'),
  },
})
