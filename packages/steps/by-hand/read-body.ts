import type { IncomingMessage } from 'node:http'

/** The whole body as text, if it is no longer than `limit` bytes. */
export async function readBody(req: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req) {
    length += chunk.length
    if (length > limit) throw Object.assign(new Error('too large'), { status: 413 })
    chunks.push(chunk)
  }
  // Joined before it becomes text: a character may begin in one chunk and end in the next.
  return Buffer.concat(chunks).toString('utf8')
}
