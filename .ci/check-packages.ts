/**
 * `pnpm check:packages`: packs the two minis as they would be published, has publint and attw judge the
 * tarballs, installs them into an empty folder and loads them there both ways.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const MINIS = ['mini-express', 'mini-koa']

/** What a user of the packages may rely on, asserted in a folder that holds nothing else. */
const CONSUMER = `
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import express, { Router as ExpressRouter } from '@await-next/mini-express'
import bodyParser, { json } from '@await-next/mini-express/body'
import serveStatic from '@await-next/mini-express/static'
import Koa, { compose } from '@await-next/mini-koa'
import koaBody from '@await-next/mini-koa/body'
import Router from '@await-next/mini-koa/router'
const require = createRequire(import.meta.url)

assert.equal(require('@await-next/mini-express'), express)
assert.equal(require('@await-next/mini-express/body'), bodyParser)
assert.equal(require('@await-next/mini-express/static'), express.static)
assert.equal(require('@await-next/mini-koa'), Koa)
assert.equal(require('@await-next/mini-koa/router'), Router)
assert.equal(require('@await-next/mini-koa/body').koaBody, koaBody)
assert.equal(require('@await-next/mini-koa/body').default, koaBody)
assert.equal(typeof express(), 'function')
assert.equal(typeof serveStatic('.'), 'function')
assert.equal(express.Router, ExpressRouter)
assert.equal(express.json, json)
assert.equal(bodyParser.json, json)
assert.equal(typeof new Koa().callback(), 'function')
assert.equal(typeof koaBody(), 'function')
assert.equal(typeof compose([]), 'function')
assert.equal(typeof new Router().routes(), 'function')
`

const folder = mkdtempSync(path.join(tmpdir(), 'await-next-packages-'))
try {
  const tarballs = MINIS.map(pack)
  for (const tarball of tarballs) {
    run('pnpm', ['exec', 'publint', 'run', '--strict', tarball])
    // The packages are ES modules, which Node >= 20.19 can require(); older resolvers are not for them.
    run('pnpm', ['exec', 'attw', tarball, '--profile', 'esm-only'])
  }
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...tarballs], folder)
  writeFileSync(path.join(folder, 'consumer.js'), CONSUMER)
  run(process.execPath, ['consumer.js'], folder)
  console.log(`${MINIS.join(' and ')}: packed, judged, installed, imported and required`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function pack(mini: string): string {
  const tarball = path.join(folder, `${mini}.tgz`)
  run('pnpm', ['pack', '--out', tarball], path.join(ROOT, 'packages', mini))
  return tarball
}

function run(command: string, args: string[], cwd = ROOT): void {
  const shell = process.platform === 'win32'
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit', shell })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: exit code ${status}`)
}
