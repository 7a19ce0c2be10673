/**
 * A judgement as text.
 *
 * @module
 */
import path from 'node:path'
import pc from 'picocolors'
import { type Failure, isConformant, type Judgement } from './judge.ts'

/** As the command prints it. */
export function report(judgement: Judgement): string {
  return [
    ...proof(judgement),
    ...judgement.failures.map(failure),
    ...judgement.vanished.map((test) =>
      pc.red(`✗ listed as a known failure, but it is none: ${test}`),
    ),
    ...judgement.problems.map((problem) => pc.red(`✗ ${problem}`)),
    verdict(judgement),
  ].join('\n')
}

function proof({ mini, redirected, unreachable }: Judgement): string[] {
  return [
    pc.dim(`What the suite got of ${mini}:`),
    ...redirected.map(({ request, file, times }) =>
      pc.dim(`  ${request} → ${path.relative(process.cwd(), file)}, ${times} times`),
    ),
    ...unreachable.map(({ request, by }) =>
      pc.dim(`  ${by} wants ${request}, which the installed upstream has not: it stays out`),
    ),
  ]
}

function failure({ name, file, message, reason }: Failure): string {
  const mark = reason === undefined ? pc.red('✗') : pc.yellow('○')
  const why = reason === undefined ? message : `known: ${reason}`
  return `${mark} ${name}\n  ${pc.dim(file)}\n  ${why.split('\n').join('\n  ')}`
}

function verdict(judgement: Judgement): string {
  const { baseline, mini, passed, suite, suiteVersion, upstream, upstreamVersion } = judgement
  const left = [
    baseline.failed > 0 && `${baseline.failed} fail there as well`,
    baseline.pending > 0 && `${baseline.pending} are pending`,
  ].filter(Boolean)
  const aside = left.length > 0 ? ` (${left.join(', ')})` : ''
  const paint = isConformant(judgement) ? pc.green : pc.red
  return paint(
    `${suite}: ${mini} passes ${passed} of the ${baseline.passed} that upstream passes` +
      `: ${upstream} ${upstreamVersion}, suite of ${suiteVersion}${aside}`,
  )
}
