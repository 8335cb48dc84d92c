import type { Change, Reach } from './change.ts'
import type { Estimated } from './estimated.ts'

/**
 * The difference of two independent samples, current − reference: each end lies as far from it as the hypotenuse of both samples' own
 * distances (MOVER, Zou and Donner 2008). Of two shares with Wilson's intervals this is Newcombe's method 10 (1998); of two normal
 * intervals, squared standard errors add.
 */
export function differenceOf(reference: Estimated, current: Estimated): Change {
  const value = current.value - reference.value
  const reachAt = (level: number): { reference: Reach; current: Reach } => {
    const [low, high] = reference.intervalAt(level)
    const [from, to] = current.intervalAt(level)
    return {
      reference: { lower: high - reference.value, upper: reference.value - low },
      current: { lower: current.value - from, upper: to - current.value },
    }
  }
  return {
    reference: reference.value,
    current: current.value,
    value,
    rows: { reference: reference.n, current: current.n },
    method: `mover of ${reference.method === current.method ? current.method : `${reference.method} and ${current.method}`}`,
    reachAt,
    intervalAt(level) {
      const reach = reachAt(level)
      return [
        value - Math.hypot(reach.reference.lower, reach.current.lower),
        value + Math.hypot(reach.reference.upper, reach.current.upper),
      ]
    },
  }
}
