/**
 * `pnpm serve <topic> [subject]`: a topic's program, for you to visit: in a browser, with curl.
 *
 * Exit codes: 0 it was ended, 2 the command was misused.
 *
 * @module
 */
import { once } from 'node:events'
import { Command } from 'commander'
import { misuse, parsePort } from '../src/command-line.ts'
import { openSite } from '../src/run.ts'
import { loadSubject, SUBJECTS, type SubjectId } from '../src/subjects.ts'
import { githubFrom } from '../src/tools/oauth-provider.ts'
import { TopicError } from '../src/topic.ts'
import { type LoadedTopic, loadTopic } from '../src/topics.ts'
import { withServices } from '../src/with-services.ts'

const program = new Command('pnpm serve')
  .description('Serve a topic’s program, to be visited by hand.')
  .argument('<topic>', 'a topic by name, or a folder')
  .argument('[subject]', SUBJECTS.join(', '), 'koa')
  .option('--port <port>', 'where to listen (0: anywhere that is free)', parsePort, 3000)
  .addHelpText(
    'after',
    `
Examples:
  pnpm serve onion express
  pnpm serve github-login             log in with a local provider, which consents at once
  GITHUB_CLIENT_ID=… GITHUB_CLIENT_SECRET=… pnpm serve github-login
                                      the same program with the real GitHub

For the real GitHub, register an OAuth app (Settings, Developer settings, OAuth
Apps) with the callback URL http://127.0.0.1:3000/callback, put its id and a
client secret of it into the two variables, and open /login in a browser.`,
  )
  .showHelpAfterError('Type "pnpm serve --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

const [wanted = '', subject = ''] = program.processedArgs as [string, string]
try {
  const topic = await loadTopic(wanted, process.env['INIT_CWD'])
  if (!SUBJECTS.some((known) => known === subject)) {
    throw new TopicError(`"${subject}" is no subject. There are ${SUBJECTS.join(', ')}.`)
  }
  await serveTopic(topic, subject as SubjectId, program.opts<{ port: number }>().port)
} catch (err) {
  if (!(err instanceof TopicError)) throw err
  misuse(err)
}

async function serveTopic(topic: LoadedTopic, subject: SubjectId, port: number): Promise<void> {
  const github = topic.needs?.includes('provider') ? githubFrom(process.env) : undefined
  const given = github ? { provider: github } : {}
  const loaded = await loadSubject(subject)
  await withServices(topic, async (services) => {
    const site = await openSite(topic, loaded, services, { given, port }).catch(tellOfPort(port))
    console.log(`${topic.id} on ${loaded.provenance.label}: ${site.served.origin}`)
    for (const { name, about } of services) console.log(`${name}: ${about}`)
    if (github) console.log(`provider: GitHub, as the app ${github.clientId}`)
    else if (topic.needs?.includes('provider')) console.log('provider: a local one')
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await site.close()
  })
}

/** That somebody listens there already is the user's to mend. */
function tellOfPort(port: number) {
  return (err: Error): never => {
    const { code } = (err.cause ?? {}) as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE') throw err
    throw new TopicError(`Port ${port} is taken: name another one with --port.`)
  }
}
