import { normal } from '../../stats/distributions/normal.ts'
import type { Measurement } from '../verdicts/finish-between.ts'

/** Level of the interval. */
const LEVEL = 0.95
/** Classes a label may have; a label of more is a number. */
const MAX_CLASSES = 20
/** Fewer rows of a class say nothing. */
const FEWEST = 20

/** How well a column tells a label, from pairs of label and value in the order of their lots; or why that cannot be told. */
export function powerOf(pairs: readonly (readonly number[])[], numeric: boolean): Measurement | string {
  const known = pairs.filter(([label = Number.NaN, value = Number.NaN]) => !Number.isNaN(label) && !Number.isNaN(value))
  const classes = [...new Set(known.map(([label]) => label))]
  if (classes.length < 2) return 'The label has fewer than two classes where both have values'
  if (classes.length > MAX_CLASSES) return `The label has more than ${MAX_CLASSES} classes`
  const found = classes
    .map(positive => auc(known, positive, numeric))
    .filter(measurement => measurement !== undefined)
    .toSorted((a, b) => b.value - a.value)
  return found[0] ?? `No class of the label has ${FEWEST} rows in which both have values`
}

function auc(
  pairs: readonly (readonly number[])[],
  positive: number | undefined,
  numeric: boolean,
): Measurement | undefined {
  const scored = numeric ? pairs.map(([label, value = 0]) => ({ label, score: value })) : byRates(pairs, positive)
  const rows = scored.toSorted((a, b) => a.score - b.score)
  let [positives, ranks] = [0, 0]
  for (let first = 0; first < rows.length; ) {
    let next = first
    while (next < rows.length && rows[next]?.score === rows[first]?.score) next++
    const tied = rows.slice(first, next).filter(({ label }) => label === positive).length
    positives += tied
    ranks += (tied * (first + 1 + next)) / 2
    first = next
  }
  const negatives = rows.length - positives
  if (positives < FEWEST || negatives < FEWEST) return undefined
  const area = (ranks - (positives * (positives + 1)) / 2) / (positives * negatives)
  const value = Math.max(area, 1 - area)
  const margin = normal.isf((1 - LEVEL) / 2) * hanleyMcNeil(value, positives, negatives)
  const interval = [Math.max(0.5, value - margin), Math.min(1, value + margin)] as const
  return { value, n: rows.length, interval, level: LEVEL, method: 'auc, hanley-mcneil' }
}

/** Texts of one half of the rows, scored by the label's rate among the same texts of the other: rates of the same rows would tell any label. */
function byRates(pairs: readonly (readonly number[])[], positive: number | undefined) {
  const half = Math.floor(pairs.length / 2)
  const seen = new Map<number, { n: number; k: number }>()
  for (const [label, value = 0] of pairs.slice(0, half)) {
    const rate = seen.get(value) ?? { n: 0, k: 0 }
    seen.set(value, { n: rate.n + 1, k: rate.k + (label === positive ? 1 : 0) })
  }
  return pairs.slice(half).map(([label, value = 0]) => {
    const { n, k } = seen.get(value) ?? { n: 0, k: 0 }
    return { label, score: (k + 0.5) / (n + 1) }
  })
}

/** Standard error of an area under the ROC curve (Hanley and McNeil 1982). */
function hanleyMcNeil(area: number, positives: number, negatives: number): number {
  const [q1, q2] = [area / (2 - area), (2 * area * area) / (1 + area)]
  const variance = area * (1 - area) + (positives - 1) * (q1 - area * area) + (negatives - 1) * (q2 - area * area)
  return Math.sqrt(Math.max(0, variance) / (positives * negatives))
}
