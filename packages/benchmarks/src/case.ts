/**
 * A case: one piece of work, written once for each side, for bare `node:http` and for peers.
 *
 * @module
 */
import type { RequestListener, Server } from 'node:http'
import type express from '@await-next/mini-express'
import type Koa from '@await-next/mini-koa'
import type { compose } from '@await-next/mini-koa'
import type koaBody from '@await-next/mini-koa/body'
import type Router from '@await-next/mini-koa/router'
import type { serve } from '@hono/node-server'
import type * as tinyhttp from '@tinyhttp/app'
import type { fastify } from 'fastify'
import type findMyWay from 'find-my-way'
import type { Hono } from 'hono'
import type mount from 'koa-mount'
import type polka from 'polka'
import type { SubjectId } from './subjects.ts'

/** The two sides. Bare Node answers once for each, with the bytes of that side. */
export type Side = 'express' | 'koa'

/** Frameworks of neither side: they answer with the same body, and with headers of their own. */
export type PeerId = 'polka' | 'tinyhttp' | 'fastify' | 'hono'

/** A text in both languages. */
export interface Text {
  en: string
  zh: string
}

/** What programs are made of, whosever it is: upstream's tools are typed as the minis', which can stand in for them. */
export interface Tools {
  express: typeof express
  Koa: typeof Koa
  Router: typeof Router
  koaBody: typeof koaBody
  compose: typeof compose
  mount: typeof mount
  polka: typeof polka
  App: typeof tinyhttp.App
  fastify: typeof fastify
  Hono: typeof Hono
  serve: typeof serve
  findMyWay: typeof findMyWay
}

/** The request that is asked over and over. */
export interface Ask {
  method: string
  path: string
  headers?: Readonly<Record<string, string>>
  body?: string
}

interface CaseOfAnyKind {
  id: string
  title: Text
  /** What is counted; less is better. */
  unit: 'µs' | 'kB' | 'ms' | 'MB'
}

/** The programs of a case that a server answers. */
export interface Programs {
  /** What the programs of Koa's side need besides Koa. */
  koaTools?: readonly ('Router' | 'koaBody' | 'mount')[]
  /** The program for both subjects of Express's side. */
  express(tools: Tools): Serving
  /** The program for both subjects of Koa's side. */
  koa(tools: Tools): Serving
  /** The same work with nothing but `node:http`, answering with the bytes of one side. */
  raw: Readonly<Record<Side, () => RequestListener>>
  /** Those who do not answer with the bytes of a side, but with the same body. */
  peers?: Peers | undefined
}

/** A program for each framework that is neither side's. */
export interface Peers {
  polka(tools: Tools): { listen(port: number, host: string): unknown; server?: Server | undefined }
  tinyhttp(tools: Tools): { listen(port: number, callback?: () => void, host?: string): Server }
  fastify(tools: Tools): {
    server: Server
    listen(at: { port: number; host: string }): Promise<unknown>
  }
  hono(tools: Tools): { fetch: Parameters<typeof serve>[0]['fetch'] }
}

/** An app that listens by itself, as those of both sides do, or a server. */
export interface Serving {
  listen(port: number, host: string): Server
}

/** A case that a server answers: CPU time of a request, without sockets and over them. */
export interface HttpCase extends CaseOfAnyKind, Programs {
  kind: 'http'
  ask: Ask
}

/** The same, where requests are left without an answer: memory that each of them holds. */
export interface MemoryCase extends CaseOfAnyKind, Programs {
  kind: 'memory'
  ask: Ask
}

/** A case that is a single function call: its CPU time. */
export interface CallCase extends CaseOfAnyKind {
  kind: 'call'
  tools: Partial<Record<SubjectId, readonly (keyof Tools)[]>>
  /** Makes the function whose calls are measured. */
  prepare(tools: Tools, subject: SubjectId): () => unknown
}

/** CPU time from the first `import` until the app listens. */
export interface StartUpCase extends CaseOfAnyKind, Programs {
  kind: 'start-up'
}

/** What an installation takes on disk. */
export interface SizeCase extends CaseOfAnyKind {
  kind: 'size'
}

export type Case = HttpCase | MemoryCase | CallCase | StartUpCase | SizeCase

/** A `GET` of a path. */
export function get(path: string, headers: Readonly<Record<string, string>> = {}): Ask {
  return { method: 'GET', path, headers }
}
