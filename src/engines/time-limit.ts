/** Seconds beyond the limit, but no more than the limit itself, after which an answer is waited for no longer, however it comes. */
const GRACE = 10

/** The time that a statement may take. */
export interface TimeLimit {
  /** Aborted when not even an answer under way is waited for any more: a server may give byte after byte of it. */
  readonly signal: AbortSignal
  isOver(): boolean
  /** What is said of a fault: where it is too late, that. */
  why(cause: unknown): unknown
}

export function timeLimit(seconds: number): TimeLimit {
  const until = performance.now() + seconds * 1000
  const signal = AbortSignal.timeout(Math.round((seconds + Math.min(GRACE, seconds)) * 1000))
  return {
    signal,
    isOver: () => performance.now() > until,
    why: cause => (signal.aborted ? new Error(`it took more than ${seconds} s`, { cause }) : cause),
  }
}

/** For what is told to a server when nobody waits for its answer any more. */
export const briefly = (): AbortSignal => AbortSignal.timeout(GRACE * 1000)
