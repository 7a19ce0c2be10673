import { createRequire } from 'node:module'
import { EXPRESS_STEPS } from '../src/index.ts'
import { describeSteps } from './describe-steps.ts'

const require = createRequire(import.meta.url)
const { version } = require('express/package.json')

describeSteps(EXPRESS_STEPS, {
  name: `express ${version}`,
  subject: { express: require('express') },
})
