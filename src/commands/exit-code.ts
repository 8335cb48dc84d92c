import { faultVerdict, LogFaultError } from '../core/record/log/log-fault.ts'
import { UserError } from '../core/user-error.ts'
import type { Verdict } from '../core/verdict.ts'

/** 0 passed · 1 failed · 2 inconclusive · 3 the settings or the input are wrong · 4 the environment is. */
export type ExitCode = 0 | 1 | 2 | 3 | 4

const OF_VERDICT: Record<Verdict, ExitCode> = { passed: 0, failed: 1, inconclusive: 2 }

/** What has to be mended first decides: the environment, then settings and input, then the verdict. A bug of ours decided nothing. */
export function exitCode(verdict: Verdict, errors: readonly unknown[]): ExitCode {
  const known = errors.filter(error => error instanceof UserError)
  if (known.some(error => error.kind === 'environment')) return 4
  if (known.some(error => error.kind === 'input')) return 3
  return errors.length > 0 && verdict === 'passed' ? 2 : OF_VERDICT[verdict]
}

/** Of what stopped a command before it could decide. A log that is not believed is no fault of the settings: it is an answer. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof LogFaultError) return OF_VERDICT[faultVerdict(error.fault.fault)]
  return exitCode('inconclusive', [error])
}
