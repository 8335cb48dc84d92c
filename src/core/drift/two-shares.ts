import { newcombe } from '../stats/index.ts'
import { categoryPairs } from './category-pairs.ts'
import type { Column } from './column.ts'
import { percent } from './figure.ts'
import { folded } from './folded.ts'
import type { Measurement } from './method.ts'
import { quoted } from './quoted.ts'

/** The change of the share of one of two categories, by a test of it: k of n rows of the current side against l of m of the reference. */
export function twoShares(
  column: Column,
  alpha: number,
  test: (k: number, n: number, l: number, m: number) => number,
): Measurement | undefined {
  const pairs = categoryPairs(column)
  const [first] = pairs
  const m = column.reference.rows - column.reference.missing
  const n = column.current.rows - column.current.missing
  if (first === undefined || pairs.length > 2 || n === 0 || m === 0) return undefined
  const [k, l] = [first.current, first.reference]
  const level = 1 - 2 * alpha
  return {
    effect: Math.abs(k / n - l / m),
    n: n + m,
    ...(first.name === undefined ? {} : { values: `${quoted(first.name)} ${percent(l / m)} → ${percent(k / n)}` }),
    inference: {
      interval: folded(newcombe(k, n, l, m, level), newcombe(k, n, l, m, 1 - alpha)),
      pValue: test(k, n, l, m),
      testable: pairs.length === 2,
      rows: { reference: m, current: n },
      upperAt(futureM, futureN, drifted) {
        const p = drifted ? l / m : (k + l) / (n + m)
        const q = drifted ? k / n : p
        const found = newcombe(Math.round(q * futureN), futureN, Math.round(p * futureM), futureM, level)
        return folded(found, found)[1]
      },
    },
  }
}
