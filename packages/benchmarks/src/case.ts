/**
 * A case: one piece of work, written once for each side, for bare `node:http` and for peers.
 *
 * @module
 */
import type { RequestListener, Server } from 'node:http'
import type express from '@await-next/mini-express'
import type Koa from '@await-next/mini-koa'
import type Router from '@await-next/mini-koa/router'

/** The two sides. Bare Node answers once for each, with the bytes of that side. */
export type Side = 'express' | 'koa'

/** A text in both languages. */
export interface Text {
  en: string
  zh: string
}

/** The request that is asked over and over. */
export interface Ask {
  method: string
  path: string
  headers?: Readonly<Record<string, string>>
  body?: string
}

/** What a Koa program is given: the router is a package of its own there. */
export interface KoaTools {
  Koa: typeof Koa
  Router: typeof Router
}

/** An app that listens by itself, as those of both sides do. */
export interface Listening {
  listen(port: number, host: string): Server
}

/** A case that a server answers. */
export interface HttpCase {
  id: string
  title: Text
  ask: Ask
  /** The program for both subjects of Express's side. */
  express(framework: typeof express): Listening
  /** The program for both subjects of Koa's side. */
  koa(tools: KoaTools): Listening
  /** The same work with nothing but `node:http`, answering with the bytes of one side. */
  raw: Readonly<Record<Side, () => RequestListener>>
}

/** A `GET` of a path. */
export function get(path: string, headers: Readonly<Record<string, string>> = {}): Ask {
  return { method: 'GET', path, headers }
}
