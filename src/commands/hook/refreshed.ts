import { UserError } from '../../core/user-error.ts'
import type { Standing } from './standing-certificates.ts'

interface Refresh {
  /** Milliseconds after which a reading is too old. */
  readonly every: number
  now(): number
  /** Hears of each problem once, while it lasts. */
  told(problem: string): void
}

/**
 * The last reading of the certificates, or a new one where it is too old; `again`: one that begins after it was asked for, which all who
 * wait then share. Where nothing could be read, no certificate counts.
 */
export function refreshed(read: () => Promise<Standing>, { every, now, told }: Refresh) {
  let last: { at: number; standing: Promise<Standing> } | undefined
  let next: Promise<Standing> | undefined
  let known: ReadonlySet<string> = new Set()

  return async (again: boolean): Promise<Standing> => {
    if (next) return next
    if (last && !again && now() - last.at < every) return last.standing
    const before = last?.standing
    next = (async () => {
      await before
      const standing = attempt()
      last = { at: now(), standing }
      next = undefined
      return standing
    })()
    return next
  }

  async function attempt(): Promise<Standing> {
    const standing = await read().catch((error: unknown): Standing => {
      if (error instanceof UserError) return { certified: [], problems: [error.message] }
      throw error
    })
    for (const problem of standing.problems) if (!known.has(problem)) told(problem)
    known = new Set(standing.problems)
    return standing
  }
}
