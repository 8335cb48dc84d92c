import { UserError } from '../../core/user-error.ts'
import type { Standing } from './standing-certificates.ts'

/** Reads again where the last reading is older than so many milliseconds; what could not be read counts as no certificate. */
export function refreshed(
  read: () => Promise<Standing>,
  { every, atLeast, now }: { every: number; atLeast: number; now(): number },
  told: (problem: string) => void,
) {
  let last: { at: number; standing: Promise<Standing> } | undefined
  let known = new Set<string>()
  return async (again: boolean): Promise<Standing> => {
    const age = last === undefined ? Number.POSITIVE_INFINITY : now() - last.at
    if (last === undefined || age >= (again ? atLeast : every)) last = { at: now(), standing: attempt() }
    return last.standing
  }

  async function attempt(): Promise<Standing> {
    const standing = await read().catch((error: unknown) => {
      if (error instanceof UserError) return { certified: [], problems: [error.message] }
      throw error
    })
    for (const problem of standing.problems) if (!known.has(problem)) told(problem)
    known = new Set(standing.problems)
    return standing
  }
}
