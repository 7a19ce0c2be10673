/**
 * A mail server on the loopback interface, which delivers into memory.
 *
 * @module
 */
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A message as it was handed over. */
export interface Mail {
  from: string
  to: readonly string[]
  /** Headers, an empty line, the body: as it came over the wire. */
  source: string
}

/** A real SMTP server. It knows everybody at example.com but `nobody`. */
export interface Mailbox {
  /** `smtp://127.0.0.1:<port>` */
  url: string
  /** What has arrived, in order. */
  mails: readonly Mail[]
}

/** Starts an empty one on a free port. */
export async function openMailbox(): Promise<{ tool: Mailbox; close(): Promise<void> }> {
  const mails: Mail[] = []
  const server = new SMTPServer({
    name: 'mail.example.com',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, callback) {
      if (address !== 'nobody@example.com') return callback()
      callback(Object.assign(new Error('No such user here'), { responseCode: 550 }))
    },
    async onData(stream, { envelope: { mailFrom, rcptTo } }, callback) {
      const from = mailFrom ? mailFrom.address : ''
      mails.push({ from, to: rcptTo.map(({ address }) => address), source: await text(stream) })
      callback(null)
    },
  })
  // A client that leaves early is its own affair.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    tool: { url: `smtp://127.0.0.1:${port}`, mails },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
