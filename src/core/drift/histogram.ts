import type { Side } from './column.ts'
import { countByEdges, decileEdges } from './deciles.ts'
import type { Histogram } from './result.ts'

/** Bars of a column of categories: the reference's commonest, and one for all others. */
const BARS = 12

/** The numbers of a column by the reference's deciles, or its categories, the reference's commonest first; undefined where a side has no value. */
export function histogramOf(reference: Side, current: Side): Histogram | undefined {
  if (reference.categories.size > 0) return byCategory(reference, current)
  if (reference.numbers.length === 0 || current.numbers.length === 0) return undefined
  const edges = decileEdges(reference.numbers)
  const shares = ({ numbers }: Side) => countByEdges(numbers, edges).map(count => count / numbers.length)
  return { edges, reference: shares(reference), current: shares(current) }
}

function byCategory(reference: Side, current: Side): Histogram | undefined {
  if (current.rows === current.missing) return undefined
  const ranked = [...reference.categories].sort(([a, m], [b, n]) => n.count - m.count || (a < b ? -1 : 1))
  const told = ranked.slice(0, BARS - 1).map(([name]) => name)
  const shares = ({ rows, missing, categories }: Side) => {
    const own = told.map(name => (categories.get(name)?.count ?? 0) / (rows - missing))
    return [...own, Math.max(0, 1 - own.reduce((sum, share) => sum + share, 0))]
  }
  return withoutIdle({ edges: [], reference: shares(reference), current: shares(current) })
}

/** Without the bar for all others, where there are none: what rounding leaves of a share is no row. */
function withoutIdle({ edges, reference, current }: Histogram): Histogram {
  const isIdle = [reference, current].every(shares => (shares.at(-1) ?? 0) < 1e-12)
  return isIdle
    ? { edges, reference: reference.slice(0, -1), current: current.slice(0, -1) }
    : { edges, reference, current }
}
