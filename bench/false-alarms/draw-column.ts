import type { Column, Side } from '../../src/core/drift/column.ts'
import type { ColumnCells } from '../../src/core/drift/column-cells.ts'
import type { Random } from '../../src/core/stats/random/random.ts'
import type { Family } from './families.ts'

/** What is done to the current side of a column: numbers are moved, every second category gains its odds. */
export interface Change {
  readonly shift?: number
  readonly tilt?: number
}

/** A column of both tables without missing values, drawn from a law. */
export function drawColumn(
  name: string,
  family: Family,
  rows: { readonly reference: number; readonly current: number },
  from: Random,
  { shift = 0, tilt = 0 }: Change = {},
): Column {
  const side = (rows: number, changed: boolean): Side =>
    'categories' in family
      ? categories(rows, tilted(family.categories, changed ? tilt : 0), from)
      : numbers(rows, () => family.draw(from) + (changed ? shift : 0))
  return {
    name,
    kind: 'categories' in family ? 'categorical' : 'numeric',
    sensitive: false,
    reference: side(rows.reference, false),
    current: side(rows.current, true),
    cells: { reference: UNREAD, current: UNREAD },
  }
}

/** Shares of k categories, the odds of every second one times e to the tilt. */
export function tilted(k: number, tilt: number): number[] {
  const odds = Array.from({ length: k }, (_, i) => (i % 2 === 0 ? Math.exp(tilt) : 1))
  const total = odds.reduce((sum, one) => sum + one, 0)
  return odds.map(one => one / total)
}

function numbers(rows: number, draw: () => number): Side {
  const numbers = Float64Array.from({ length: rows }, draw).sort()
  return { rows, missing: 0, numbers, categories: new Map(), others: 0 }
}

function categories(rows: number, shares: readonly number[], from: Random): Side {
  const upTo: number[] = []
  for (const share of shares) upTo.push((upTo.at(-1) ?? 0) + share)
  const counts = new Int32Array(shares.length)
  for (let row = 0; row < rows; row++) {
    const at = from.uniform()
    let k = Math.min(shares.length - 1, Math.floor(at * shares.length))
    while (k > 0 && at < (upTo[k - 1] ?? 0)) k--
    while (k < shares.length - 1 && at >= (upTo[k] ?? 1)) k++
    counts[k] = (counts[k] ?? 0) + 1
  }
  const held = [...counts].flatMap((count, k): [string, { count: number }][] =>
    count > 0 ? [[`k${k}`, { count }]] : [],
  )
  return { rows, missing: 0, numbers: new Float64Array(), categories: new Map(held), others: 0 }
}

const UNREAD: ColumnCells = {
  rows: 0,
  missing: 0,
  numbers: new Float64Array(),
  text: { count: 0 },
  dates: 0,
  instants: new Float64Array(),
  nonFinite: { count: 0 },
  categories: new Map(),
  uncounted: 0,
}
