/**
 * A value in a few characters, without running a line of anybody's code: no getter, no proxy, no `toString` of theirs.
 *
 * @module
 */
import { IncomingMessage, ServerResponse } from 'node:http'
import { types } from 'node:util'

/** The longest text of one value, in characters. */
const LONGEST = 60

/** A free port is another one each time, and no run differs by it. */
const LOOPBACK = /127\.0\.0\.1:\d+/g

/** Describes a value. */
export function describe(value: unknown): string {
  const text = describeAny(value, 1).replace(LOOPBACK, '127.0.0.1:…')
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

function describeAny(value: unknown, deep: number): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > LONGEST ? value.slice(0, LONGEST) : value)
    case 'bigint':
      return `${value}n`
    case 'function':
      return describeFunction(value)
    case 'object':
      return value === null ? 'null' : describeObject(value, deep)
    default:
      return String(value)
  }
}

function describeFunction(fn: object): string {
  if (types.isProxy(fn)) return 'ƒ (proxy)'
  const name = own(fn, 'name')
  return `ƒ ${typeof name === 'string' && name ? name : '(anonymous)'}`
}

function describeObject(value: object, deep: number): string {
  if (types.isProxy(value)) return 'Proxy'
  if (types.isNativeError(value)) return `${constructorOf(value)}: ${messageOf(value)}`
  if (types.isPromise(value)) return 'Promise'
  if (types.isRegExp(value)) return RegExp.prototype.toString.call(value)
  if (types.isDate(value)) return 'Date'
  if (types.isMap(value) || types.isSet(value)) return `${constructorOf(value)}(${sizeOf(value)})`
  if (ArrayBuffer.isView(value)) return `${constructorOf(value)}(${value.byteLength})`
  if (Array.isArray(value)) return describeArray(value, deep)
  if (value instanceof IncomingMessage) return `req ${own(value, 'method')} ${own(value, 'url')}`
  if (value instanceof ServerResponse) return describeResponse(value)
  return describeFields(value, deep)
}

function describeArray(value: unknown[], deep: number): string {
  if (deep === 0 || value.length > 4) return `[${value.length}]`
  return `[${value.map((_, at) => describeAny(own(value, `${at}`), deep - 1)).join(', ')}]`
}

function describeResponse(res: ServerResponse): string {
  return `res ${own(res, 'statusCode') ?? 200}${own(res, 'finished') ? ', ended' : ''}`
}

/** How many fields of an object are told. */
const FIELDS = 3

function describeFields(value: object, deep: number): string {
  const name = constructorOf(value)
  if (deep === 0) return name === 'Object' ? '{…}' : name
  const keys = Object.keys(value)
  const told = keys
    .filter((key) => ['string', 'number', 'boolean'].includes(typeof own(value, key)))
    .slice(0, FIELDS)
    .map((key) => `${key}: ${describeAny(own(value, key), 0)}`)
  if (told.length < keys.length) told.push('…')
  const fields = told.length > 0 ? `{ ${told.join(', ')} }` : '{}'
  return name === 'Object' ? fields : `${name} ${fields}`
}

/** An own value; what is computed counts as absent. */
function own(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value
}

function constructorOf(value: object): string {
  for (let at: object | null = value; at; at = Object.getPrototypeOf(at)) {
    if (types.isProxy(at)) break
    const made = own(at, 'constructor')
    if (typeof made === 'function' && !types.isProxy(made)) {
      const name = own(made, 'name')
      return typeof name === 'string' && name ? name : 'Object'
    }
  }
  return 'Object'
}

function messageOf(error: Error): string {
  return String(own(error, 'message') ?? '')
}

const mapSize = Object.getOwnPropertyDescriptor(Map.prototype, 'size')?.get
const setSize = Object.getOwnPropertyDescriptor(Set.prototype, 'size')?.get

function sizeOf(value: object): number {
  return Reflect.apply((types.isMap(value) ? mapSize : setSize) as () => number, value, [])
}
