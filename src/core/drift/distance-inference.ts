import type { Inference } from './method.ts'
import { shortfall } from './shortfall.ts'

interface Distance {
  readonly effect: number
  readonly pValue: number
  readonly testable: boolean
  readonly rows: { readonly reference: number; readonly current: number }
  readonly alpha: number
  /** How far the estimate can exceed the true distance, but for a chance of alpha. */
  readonly excess: number
}

/** What rows say about a distance between 0 and 1 whose estimate is at least the difference at any one event. */
export function distanceInference({ effect, pValue, testable, rows, alpha, excess }: Distance): Inference {
  const upper = (distance: number, n: number, m: number) => Math.min(1, distance + shortfall(alpha, n, m))
  const found = 1 / rows.reference + 1 / rows.current
  return {
    interval: [Math.max(0, effect - excess), upper(effect, rows.reference, rows.current)],
    pValue,
    testable,
    rows,
    upperAt(n, m, drifted) {
      // A distance that is only chance shrinks like the standard error of a share.
      return upper(drifted ? effect : effect * Math.sqrt((1 / n + 1 / m) / found), n, m)
    },
  }
}
