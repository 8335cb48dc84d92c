import { UserError } from '../core/user-error.ts'
import type { Finding } from '../ports/probe.ts'

/** What was thrown where something was asked, as what was found; a bug of ours stays one. */
export function failure(asked: string, error: unknown): Finding {
  if (!(error instanceof UserError)) throw error
  return { asked, status: 'fail', found: error.message, remedy: error.hint }
}
