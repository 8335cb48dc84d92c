import type { Confusion } from '../../src/core/model/confusion.ts'
import { evaluate } from '../../src/core/model/evaluation.ts'
import { estimateByForm } from '../../src/core/model/forms/estimate-by-form.ts'
import type { CellForm } from '../../src/core/model/forms/form.ts'
import { gainIn } from '../../src/core/model/forms/in-design.ts'
import { balancedAccuracy, f1, precision } from '../../src/core/model/metrics/binary/index.ts'
import type { Random } from '../../src/core/stats/random/random.ts'
import { drawCell } from './populations.ts'
import type { Scenario } from './scenario.ts'

const CONFUSIONS = {
  f1: ({ tp, fp, fn }: Confusion) => (2 * tp) / (2 * tp + fp + fn),
  precision: ({ tp, fp }: Confusion) => tp / (tp + fp),
  'balanced-accuracy': ({ tp, fp, fn, tn }: Confusion) => (tp / (tp + fn) + tn / (tn + fp)) / 2,
}
const METRICS = [
  { metric: f1, value: CONFUSIONS.f1 },
  { metric: precision, value: CONFUSIONS.precision },
  { metric: balancedAccuracy, value: CONFUSIONS['balanced-accuracy'] },
]

/** Two models on one population: shares of the rows by truth and by which of the models is right. */
interface Pair {
  readonly name: string
  /** Of the positives, then of the negatives: both right, only the challenger, only the champion, neither. */
  readonly shares: readonly [number, number, number, number, number, number, number, number]
}

const PAIRS: Pair[] = [
  { name: 'a fifth of the rows decided otherwise', shares: [0.17, 0.04, 0.04, 0.05, 0.5, 0.06, 0.06, 0.08] },
  { name: 'one row in fifty decided otherwise', shares: [0.2, 0.004, 0.006, 0.09, 0.6, 0.004, 0.006, 0.09] },
  { name: 'only ever worse, by one row in twenty', shares: [0.2, 0, 0.025, 0.075, 0.6, 0, 0.025, 0.075] },
  {
    name: 'one row in a thousand decided otherwise',
    shares: [0.25, 0.0002, 0.0003, 0.0495, 0.6, 0.0002, 0.0003, 0.0995],
  },
  { name: 'rare positives', shares: [0.03, 0.01, 0.015, 0.015, 0.86, 0.02, 0.02, 0.03] },
]

const confusionOf = (cells: ArrayLike<number>, model: 'challenger' | 'champion'): Confusion => {
  const at = (i: number) => cells[i] ?? 0
  const only = model === 'challenger' ? 1 : 2
  const other = 3 - only
  return { tp: at(0) + at(only), fn: at(other) + at(3), tn: at(4) + at(4 + only), fp: at(4 + other) + at(7) }
}

/** Scores of 1 and 0 with those outcomes. */
function drawPair(n: number, { shares }: Pair, random: Random) {
  const scores = [0, 1].map(() => ({ positives: [] as number[], negatives: [] as number[] }))
  for (let row = 0; row < n; row++) {
    const cell = drawCell(shares, random)
    for (const [model, side] of scores.entries()) {
      const right = cell % 4 === 0 || cell % 4 === 1 + model
      if (cell < 4) side.positives.push(right ? 1 : 0)
      else side.negatives.push(right ? 0 : 1)
    }
  }
  return scores.map(({ positives, negatives }) =>
    evaluate({ positives: Float64Array.from(positives), negatives: Float64Array.from(negatives) }, 0.5),
  )
}

const gains = PAIRS.flatMap(pair =>
  METRICS.map(({ metric, value }): Scenario => {
    return {
      method: `gain in ${metric.id}`,
      population: pair.name,
      truth: value(confusionOf(pair.shares, 'challenger')) - value(confusionOf(pair.shares, 'champion')),
      promise: 'nominal',
      from: 100,
      draw(n, level, random) {
        const [challenger, champion] = drawPair(n, pair, random)
        if (!challenger || !champion) return undefined
        if (Math.min(challenger.positives.length, challenger.negatives.length) < 10) return undefined
        return gainIn(metric, challenger, champion, { level, random: () => random }).interval
      },
    }
  }),
)

const singles = PAIRS.slice(0, 1)
  .concat(PAIRS.slice(4))
  .flatMap(pair =>
    METRICS.map(
      ({ metric, value }): Scenario => ({
        method: metric.id,
        population: pair.name,
        truth: value(confusionOf(pair.shares, 'challenger')),
        promise: metric.id === 'balanced-accuracy' ? 'nominal' : 'exact',
        from: 50,
        draw(n, level, random) {
          const [model] = drawPair(n, pair, random)
          if (!model || Math.min(model.positives.length, model.negatives.length) < 10) return undefined
          return metric.estimate(model, level).interval
        },
      }),
    ),
  )

/** Shares of three classes by truth and outcome. */
const THREE: Record<string, readonly number[]> = {
  'three classes, four in five right': [0.4, 0.05, 0.05, 0.04, 0.24, 0.02, 0.02, 0.02, 0.16],
  'three classes, one in fifty wrong': [0.49, 0.005, 0.005, 0.002, 0.29, 0.002, 0.002, 0.004, 0.2],
}

/** Mean over the classes of F1. */
function macroF1(cells: ArrayLike<number>): number {
  const at = (i: number) => cells[i] ?? 0
  return (
    [0, 1, 2].reduce((sum, k) => {
      const row = at(3 * k) + at(3 * k + 1) + at(3 * k + 2)
      const column = at(k) + at(3 + k) + at(6 + k)
      return sum + (2 * at(4 * k)) / (row + column)
    }, 0) / 3
  )
}

/** Matthews' correlation of truth and outcome. */
function matthews(cells: ArrayLike<number>): number {
  const at = (i: number) => cells[i] ?? 0
  const rows = [0, 1, 2].map(k => at(3 * k) + at(3 * k + 1) + at(3 * k + 2))
  const columns = [0, 1, 2].map(k => at(k) + at(3 + k) + at(6 + k))
  const n = rows.reduce((a, b) => a + b)
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0)
  return (
    ((at(0) + at(4) + at(8)) * n - dot(rows, columns)) /
    Math.sqrt((n ** 2 - dot(rows, rows)) * (n ** 2 - dot(columns, columns)))
  )
}

const threes = Object.entries(THREE).flatMap(([population, shares]) =>
  Object.entries({ 'macro-f1': macroF1, mcc: matthews }).flatMap(([name, value]): Scenario[] => {
    const form = (n: number, random: Random): CellForm => ({
      kind: 'cells',
      codes: Uint8Array.from({ length: n }, () => drawCell(shares, random)),
      truths: 3,
      outcomes: 3,
      value,
    })
    return [
      {
        method: `${name} by bootstrap`,
        population,
        truth: value(shares),
        promise: 'nominal',
        from: 100,
        draw: (n, level, random) => estimateByForm(form(n, random), { level, random: () => random }, name).interval,
      },
    ]
  }),
)

export const confusions: Scenario[] = [...singles, ...gains, ...threes]
