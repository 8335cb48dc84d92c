import type { Outcome } from '../commands/run.ts'
import { UserError } from '../core/user-error.ts'

/** Whether `--on-inconclusive` asks for exit code 0 where a gate could not tell. */
export function reportsInconclusive(given = 'fail'): boolean {
  if (given === 'fail' || given === 'report') return given === 'report'
  throw new UserError('flags.value', `Expected --on-inconclusive to be fail or report but found '${given}'`, {
    hint: 'report ends an inconclusive run with 0; its evidence, certificate and reports are as with fail',
  })
}

/** A run that did its work and could not tell; not one that could not do it. */
export const undecided = ({ exitCode, verdict, produced, certification }: Outcome): boolean =>
  exitCode === 2 &&
  verdict === 'inconclusive' &&
  produced.every(({ error }) => error === undefined) &&
  certification?.error === undefined
