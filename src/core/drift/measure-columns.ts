import type { Settings } from '../settings/schema.ts'
import { benjaminiHochberg, holm } from '../stats/index.ts'
import type { Column } from './column.ts'
import { type DecidingMethod, isDeciding, type Measurement } from './method.ts'
import { limitFor, METHODS, methodFor } from './method-for.ts'

/** A question asked of a column and what was measured. */
export interface Measured {
  readonly column: Column
  readonly method: DecidingMethod
  readonly measurement: Measurement
  /** Largest harmless effect. */
  readonly limit: number
  /** p-values, adjusted over every test of the run; absent where nothing is inferred. */
  readonly tested?: Tested
}

export interface Tested {
  /** Of the hypothesis that the effect is at most the limit where the method's law is known, else that nothing has changed. */
  readonly pValue: number
  /** The same, adjusted by Holm (1979): what blocks. */
  readonly adjustedPValue: number
  /** Of the hypothesis that nothing has changed, adjusted by Benjamini and Hochberg (1995): what advises. */
  readonly advisoryPValue: number
}

/**
 * Every column measured by the method chosen for its distribution, and by every method that asks something else of its kind.
 *
 * p-values are adjusted over all tests of the run together. Holm's procedure keeps the chance of any false alarm, whatever the
 * tests' dependence; that of Benjamini and Hochberg keeps the expected share of false ones among the columns named. Tests that
 * could not have been significant, given totals over both sides, are left out of both families (Tarone 1990) and keep a p-value of 1.
 */
export function measureColumns(
  columns: readonly Column[],
  settings: Settings['drift'],
  seed: string,
): { measured: Measured[]; tests: number } {
  const deciding = METHODS.filter(isDeciding)
  const found = columns.flatMap(column => {
    const chosen = methodFor(column, settings.methods)
    return deciding.flatMap(method => {
      const asked = method.question === 'distribution' ? method === chosen : method.accepts.includes(column.kind)
      const measurement = asked ? method.measure(column, settings.alpha, `${seed} ${column.name}`) : undefined
      return measurement ? [{ column, method, measurement, limit: limitFor({ column, method }, settings) }] : []
    })
  })
  const family = found.flatMap(one => {
    const { inference } = one.measurement
    return inference?.testable ? [{ one, equal: inference.pValue, p: blocking(one) }] : []
  })
  const adjusted = holm(family.map(({ p }) => p))
  const advisory = benjaminiHochberg(family.map(({ equal }) => equal))
  const tested = new Map<Measurement, Tested>(
    family.map(({ one, p }, i) => [
      one.measurement,
      { pValue: p, adjustedPValue: adjusted[i] ?? 1, advisoryPValue: advisory[i] ?? 1 },
    ]),
  )
  const measured = found.map(one =>
    one.measurement.inference
      ? {
          ...one,
          tested: tested.get(one.measurement) ?? { pValue: blocking(one), adjustedPValue: 1, advisoryPValue: 1 },
        }
      : one,
  )
  return { measured, tests: family.length }
}

const blocking = ({ measurement: { inference }, limit }: Pick<Measured, 'measurement' | 'limit'>): number =>
  inference?.beyond?.(limit) ?? inference?.pValue ?? 1
