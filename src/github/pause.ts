import type { Failure } from './failure.ts'

/** Seconds. A runner is paid by the minute: a longer wait is left to whoever runs the job again. */
const LONGEST = 90

/**
 * Seconds to wait before a request goes out again: as long as GitHub asks, else 1, 2, 4 after each lost answer; undefined where
 * there is no use in it.
 */
export function pause(failure: Failure | undefined, tried: number): number | undefined {
  const seconds =
    failure?.kind === 'limited'
      ? failure.seconds
      : failure?.kind === 'lost'
        ? (failure.seconds ?? 2 ** (tried - 1))
        : undefined
  return seconds === undefined || seconds > LONGEST ? undefined : seconds
}
