import { EventEmitter } from 'node:events'

/** Who is called, and when. */
export function knock(): string[] {
  const log: string[] = []
  const door = new EventEmitter()

  door.on('knock', (who) => log.push(`the dog barks at ${who}`))
  door.on('knock', (who) => log.push(`somebody opens for ${who}`))

  log.push('before')
  const heard = door.emit('knock', 'Ada')
  log.push('after', `heard: ${heard}`)
  return log
}
