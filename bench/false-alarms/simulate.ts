import { decide } from '../../src/core/drift/decide.ts'
import { measureColumns } from '../../src/core/drift/measure-columns.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { seeded } from '../../src/core/stats/random/seeded.ts'
import { type Change, drawColumn } from './draw-column.ts'
import { FAMILIES } from './families.ts'

export const REFERENCE = 5000
export const COLUMNS = 30
/** The first column of each family of numbers is moved by so many standard deviations where drift is simulated. */
export const SHIFT = 0.3
const MOVED = 3

export interface Task {
  readonly current: number
  readonly drifted: boolean
  readonly runs: number
  readonly seed: string
}

/** One column of one run, by what became of it. */
export interface Outcome {
  readonly run: number
  readonly family: number
  readonly moved: boolean
  readonly failed: boolean
  readonly advised: boolean
  readonly undecided: boolean
  /** Of the check of the distribution. */
  readonly effect: number
  readonly upper: number
  readonly adjustedPValue: number
}

const { drift } = Settings.parse({})
export const ALPHA = drift.alpha

/** Runs the default verdict over tables of thirty columns, without missing values. */
export function simulate({ current, drifted, runs, seed }: Task): Outcome[] {
  const from = seeded(seed)
  return Array.from({ length: runs }, (_, run) => {
    const columns = Array.from({ length: COLUMNS }, (_, i) => {
      const family = FAMILIES[i % FAMILIES.length]
      if (!family) throw new RangeError('Expected a family')
      const change: Change = drifted && i < MOVED && 'sigma' in family ? { shift: SHIFT * family.sigma } : {}
      return drawColumn(`c${i}`, family, { reference: REFERENCE, current }, from, change)
    })
    const { measured } = measureColumns(columns, drift, seed)
    return columns.map((column, i): Outcome => {
      const own = measured.filter(one => one.column === column)
      const found = own.map(one => decide(one, drift.alpha))
      const distribution = own.find(({ method }) => method.question === 'distribution')
      return {
        run,
        family: i % FAMILIES.length,
        moved: drifted && i < MOVED,
        failed: found.includes('fail'),
        advised: own.some(({ tested }) => tested !== undefined && tested.advisoryPValue <= drift.alpha),
        undecided: !found.includes('fail') && found.includes('inconclusive'),
        effect: distribution?.measurement.effect ?? Number.NaN,
        upper: distribution?.measurement.inference?.interval[1] ?? Number.NaN,
        adjustedPValue: distribution?.tested?.adjustedPValue ?? 1,
      }
    })
  }).flat()
}
