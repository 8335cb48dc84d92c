import type { Side } from './column.ts'
import { countByEdges, decileEdges } from './deciles.ts'
import type { Histogram } from './result.ts'

/** The values of a numeric column by the reference's deciles; undefined where a side has no value. */
export function histogramOf(reference: Side, current: Side): Histogram | undefined {
  if (reference.numbers.length === 0 || current.numbers.length === 0) return undefined
  const edges = decileEdges(reference.numbers)
  const shares = ({ numbers }: Side) => countByEdges(numbers, edges).map(count => count / numbers.length)
  return { edges, reference: shares(reference), current: shares(current) }
}
