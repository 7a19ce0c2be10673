/**
 * Bodies of forms with files.
 *
 * formidable writes each file to a temporary folder as it comes in. Once the form is complete the files are the
 * handler's; of a form that fails, for whatever reason, none may be left behind.
 *
 * @module
 * @upstream koajs/koa-body/src/utils/parse-with-formidable.ts
 */
import type { EventEmitter } from 'node:events'
import type { WriteStream } from 'node:fs'
import { unlink } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import formidable, { type Fields, type File, type Files, type Part } from 'formidable'
import createError from 'http-errors'
import type { Context } from '../types.ts'
import type { ExtendedFormidableOptions, KoaBodyMiddlewareOptions, ParsedBody } from './types.ts'

/**
 * Reads a form with files. Where it fails no file is left when this rejects.
 *
 * @upstream koajs/koa-body/src/utils/parse-with-formidable.ts#parseWithFormidable
 */
export async function multipart(
  { req }: Context,
  settings: KoaBodyMiddlewareOptions,
): Promise<ParsedBody> {
  // To formidable, a request that somebody else has read would never end.
  if (!req.readable) {
    throw createError(500, 'stream is not readable', { type: 'stream.not.readable' })
  }
  const upload = new Upload(settings.formidable || {})
  try {
    const [fields, files] = await upload.receive(req)
    upload.check()
    return { body: unwrapped(fields), files: unwrapped(files) }
  } catch (err) {
    await upload.discard()
    throw err
  }
}

/** formidable's form, with the members that its types do not tell. */
type Form = ReturnType<typeof formidable> & {
  _handlePart(part: Part): Promise<void>
  _error(err: unknown): void
}

/** formidable's file, an emitter; its stream is `null` until it is opened. */
type OpenFile = File & EventEmitter & { _writeStream: WriteStream | null }

/** One form on its way in, and the files that it has opened or may yet open. */
class Upload {
  readonly #form: Form
  readonly #files: OpenFile[] = []
  /** What may open files even after the form has failed, for formidable is not to be stopped. */
  readonly #openers: Promise<unknown>[] = []
  /** Whether the files are on the disk, and not streams of the app's. */
  readonly #isOnDisk: boolean
  #hasFailed = false

  constructor({ onFileBegin, onPart, ...options }: ExtendedFormidableOptions) {
    const form = formidable({ multiples: true, ...options }) as Form
    const handlePart = (part: Part) => this.#handle(part)
    form.on('error', () => {
      this.#hasFailed = true
    })
    form.on('fileBegin', (_name, file) => this.#watch(file as OpenFile))
    if (onFileBegin) form.on('fileBegin', onFileBegin)
    // Not waited for: it may itself wait for the end of the part.
    form.onPart = onPart ? (part) => void this.#attempt(() => onPart(part, handlePart)) : handlePart
    this.#form = form
    this.#isOnDisk = !options.fileWriteStreamHandler
  }

  receive(req: IncomingMessage): Promise<[Fields, Files]> {
    req.once('close', () => {
      // Heard by formidable too, but not while it makes a folder.
      if (!req.complete) this.#fail(createError(400, 'request aborted'))
    })
    return new Promise((resolve, reject) => {
      const started = this.#form.parse(req, (err, fields, files) => {
        if (err) reject(err)
        else resolve([fields, files])
      }) as unknown as Promise<void>
      this.#openers.push(started.catch(reject))
    })
  }

  /** Throws for a file that could not be written: of one that has come before it is opened, formidable knows nothing. */
  check(): void {
    for (const { _writeStream: stream } of this.#files) if (stream?.errored) throw stream.errored
  }

  /** Closes what has been opened, and removes it from the disk. */
  async discard(): Promise<void> {
    await Promise.all(this.#openers)
    await Promise.all(this.#files.map((file) => this.#remove(file)))
  }

  /** What formidable does with a part, as long as the form is of use. */
  #handle(part: Part): Promise<void> {
    if (this.#hasFailed) return Promise.resolve()
    const opening = this.#attempt(() => this.#form._handlePart(part))
    this.#openers.push(opening)
    return opening
  }

  /** formidable calls hooks where nobody would hear of what they throw. */
  async #attempt(act: () => unknown): Promise<void> {
    try {
      await act()
    } catch (err) {
      this.#fail(err)
    }
  }

  /** Of a file that cannot be written, formidable does not always hear. */
  #watch(file: OpenFile): void {
    this.#files.push(file)
    file.on('error', (err) => this.#fail(err))
  }

  /** The former stops the parsing, and does nothing once all parts have come; the latter is what rejects. */
  #fail(err: unknown): void {
    this.#form._error(err)
    this.#form.emit('error', err)
  }

  async #remove({ _writeStream: stream }: OpenFile): Promise<void> {
    if (!stream) return
    stream.destroy()
    if (!this.#isOnDisk) return
    // A file that is being opened is there only once it is open.
    if (!stream.closed) await new Promise<void>((resolve) => stream.once('close', resolve))
    // It may be gone already; what is told is why the form failed.
    await unlink(stream.path).catch(() => {})
  }
}

/** Inherited names too: a field called `__proto__` makes its value the prototype of all fields. */
function unwrapped<Item>(lists: {
  readonly [name: string]: Item[] | undefined
}): Record<string, Item | Item[]> {
  const result: Record<string, Item | Item[]> = {}
  for (const name in lists) {
    const items = lists[name] as Item[]
    result[name] = items.length === 1 ? (items[0] as Item) : items
  }
  return result
}
