import type { Measurement } from './method.ts'

/** A measured distance judged by another test's p-value; undefined where the test cannot be computed. */
export function byTest(distance: Measurement | undefined, pValue: number | undefined): Measurement | undefined {
  if (distance?.inference === undefined || pValue === undefined) return undefined
  return { ...distance, inference: { ...distance.inference, pValue } }
}
