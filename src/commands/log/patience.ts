import { UserError } from '../../core/user-error.ts'
import type { LogPorts } from './log-ports.ts'

/** How often a commit that others were faster than is made anew. */
const MOST_ATTEMPTS = 100

/** Milliseconds: the first wait, doubled after every try, and the longest. */
const FIRST_MS = 20
const LONGEST_MS = 1000

/** Does something until it is done, with random waits between, so that writers who met do not meet again. */
export async function untilDone<T>(
  where: string,
  attempt: () => Promise<T | 'again'>,
  { pause }: Pick<LogPorts, 'pause'>,
): Promise<T> {
  for (let tried = 0; tried < MOST_ATTEMPTS; tried++) {
    if (tried > 0) await pause(Math.min(LONGEST_MS, FIRST_MS * 2 ** tried))
    const done = await attempt()
    if (done !== 'again') return done
  }
  throw new UserError('log.busy', `Expected to write to ${where} but others were faster ${MOST_ATTEMPTS} times`, {
    kind: 'environment',
    hint: 'Run the job again; log several things at once rather than each by a job of its own',
  })
}
