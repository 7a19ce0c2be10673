/**
 * MongoDB's wire protocol as far as a driver of today speaks it: OP_MSG, and OP_QUERY for its first hello.
 *
 * All numbers are little-endian.
 *
 * ```
 * message  = length:int32 requestId:int32 responseTo:int32 opCode:int32 body
 * OP_MSG   = flags:uint32 section+ [checksum:uint32]
 * section  = 0:byte document | 1:byte size:int32 name:cstring document*
 * OP_QUERY = flags:int32 collection:cstring skip:int32 count:int32 document
 * OP_REPLY = flags:int32 cursor:int64 from:int32 count:int32 document*
 * ```
 *
 * @module
 */
import type { Socket } from 'node:net'
import { type Document, deserialize, serialize } from 'bson'

const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013

/** Flag of a message that is followed by a checksum, which nobody here looks at. */
const CHECKSUM_PRESENT = 1
/** Flag of a message that wants no answer. */
const MORE_TO_COME = 2

const HEADER = 16

/** The longest message that is read, in bytes: what MongoDB itself allows. */
export const MAX_MESSAGE = 48_000_000

/** Answers one command with one document. */
export type Answer = (command: Document) => Document

/** Speaks the protocol on one connection. What is no message ends the connection. */
export function converse(socket: Socket, answer: Answer): void {
  let unread = Buffer.alloc(0)
  socket.on('error', () => socket.destroy())
  socket.on('data', (bytes: Buffer) => {
    unread = Buffer.concat([unread, bytes])
    try {
      for (let length = lengthOf(unread); length <= unread.length; length = lengthOf(unread)) {
        reply(socket, unread.subarray(0, length), answer)
        unread = unread.subarray(length)
      }
    } catch {
      socket.destroy()
    }
  })
}

function lengthOf(unread: Buffer): number {
  if (unread.length < 4) return Number.POSITIVE_INFINITY
  const length = unread.readInt32LE(0)
  if (length < HEADER || length > MAX_MESSAGE) throw new RangeError('no message is that long')
  return length
}

function reply(socket: Socket, message: Buffer, answer: Answer): void {
  const id = message.readInt32LE(4)
  const opCode = message.readInt32LE(12)
  if (opCode === OP_QUERY) {
    const body = Buffer.concat([int32(8), Buffer.alloc(8), int32(0), int32(1)])
    send(socket, id, OP_REPLY, [body, serialize(answer(readQuery(message)))])
    return
  }
  if (opCode !== OP_MSG) throw new RangeError(`no such opcode: ${opCode}`)
  const answered = answer(readMessage(message))
  if (message.readUInt32LE(HEADER) & MORE_TO_COME) return
  send(socket, id, OP_MSG, [int32(0), Buffer.of(0), serialize(answered)])
}

/** A command, with the documents that came in sections of their own put where they belong. */
function readMessage(message: Buffer): Document {
  const flags = message.readUInt32LE(HEADER)
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0)
  const command: Document = {}
  let at = HEADER + 4
  while (at < end) {
    const kind = message[at]
    at += 1
    const size = message.readInt32LE(at)
    if (size < 5 || at + size > end) throw new RangeError('a section is longer than its message')
    const section = message.subarray(at, at + size)
    if (kind === 0) Object.assign(command, deserialize(section))
    else if (kind === 1) Object.assign(command, readSequence(section))
    else throw new RangeError(`no such section: ${kind}`)
    at += size
  }
  return command
}

function readSequence(section: Buffer): Document {
  const nameEnd = section.indexOf(0, 4)
  const documents: Document[] = []
  let at = nameEnd + 1
  while (at < section.length) {
    const size = section.readInt32LE(at)
    documents.push(deserialize(section.subarray(at, at + size)))
    at += size
  }
  return { [section.toString('utf8', 4, nameEnd)]: documents }
}

function readQuery(message: Buffer): Document {
  const nameEnd = message.indexOf(0, HEADER + 4)
  const at = nameEnd + 1 + 8
  return deserialize(message.subarray(at, at + message.readInt32LE(at)))
}

function send(socket: Socket, to: number, opCode: number, parts: readonly Uint8Array[]): void {
  const body = Buffer.concat(parts)
  socket.write(
    Buffer.concat([int32(HEADER + body.length), int32(0), int32(to), int32(opCode), body]),
  )
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}
