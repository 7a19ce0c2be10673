/**
 * From a program to the app that it makes, on whichever subject.
 *
 * @module
 */
import type { Listenable } from '@await-next/oracle'
import type { Subject } from './subjects.ts'
import type { Built, Need, Tools } from './topic.ts'
import type { Programs } from './topics.ts'

/** Builds the app of a program. */
export async function build(
  programs: Programs,
  subject: Subject,
  tools: Tools<Need>,
): Promise<Built> {
  if (subject.side === 'express') return (await programs.express())(subject.framework, tools)
  const { framework, Router, koaBody } = subject
  return (await programs.koa())(framework, { ...tools, Router, koaBody })
}

/** What is asked to listen. */
export function targetOf(built: Built): Listenable {
  return 'listen' in built ? built : built.app
}
