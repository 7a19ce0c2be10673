/**
 * Stepping through traces on a terminal, forward and back.
 *
 * @module
 */
export { draw } from './screen.ts'
export {
  begin,
  type Key,
  type Message,
  type Prompt,
  press,
  type Reel,
  type State,
} from './state.ts'
export { stepThrough, type Terminal } from './terminal.ts'
export { stepperWords, type Words } from './words.ts'
