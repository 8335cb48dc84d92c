import { clopperPearson } from '../../stats/index.ts'
import type { CellForm } from './form.ts'

/**
 * With fewer rows than this that differ, a bootstrap knows only what they happen to be: with 10 to 20 its interval misses
 * half as often again as it should (bench/coverage.ts).
 */
export const ENOUGH_DIFFER = 20

/** More ways for a row to move than this are not tried. */
const MOST_WAYS = 30_000

/** Ways tried as the first. */
const MOST_FIRST = 40

/** A row of one truth that gets another outcome. */
interface Way {
  readonly from: number
  readonly to: number
  /** How far one such row moves the value. */
  readonly effect: number
}

/**
 * How far the value can fall and rise from that of a table, if rows get another outcome: Clopper and Pearson's bound of the
 * rows that make it worse, and of those that make it better, spent on the moves that matter most. `moved` are rows seen to
 * differ, as pairs of cells of one truth. Undefined for a table with too many ways to differ, or none with a value.
 */
export function reachOfFew(
  { truths, outcomes, value }: Pick<CellForm, 'truths' | 'outcomes' | 'value'>,
  table: Float64Array,
  moved: readonly { readonly from: number; readonly to: number; readonly rows: number }[],
  level: number,
): readonly [fall: number, rise: number] | undefined {
  if (truths * outcomes * (outcomes - 1) > MOST_WAYS) return undefined
  const n = table.reduce((sum, count) => sum + count, 0)
  const whole = value(table)
  const ways = waysOf({ truths, outcomes, value }, table, whole)
  const effectOf = new Map(ways.map(({ from, to, effect }) => [from * table.length + to, effect]))
  const reach = (sign: 1 | -1) => {
    const seen = moved.reduce((sum, { from, to, rows }) => {
      const effect = effectOf.get(from * table.length + to) ?? 0
      return sign * effect <= 0 ? sum : sum + rows
    }, 0)
    const rows = n * clopperPearson(Math.min(seen, n), n, level).upper
    const worst = ways.filter(({ effect }) => sign * effect > 0).toSorted((a, b) => sign * (b.effect - a.effect))
    // The way that matters most for one row need not for many: some are tried as the first to be spent on.
    const values = worst
      .slice(0, MOST_FIRST)
      .map(first => spend(rows, [first, ...worst.filter(way => way !== first)], table, value) - whole)
    return values.reduce((found, one) => (Number.isNaN(one) || sign * one > sign * found ? one : found), 0)
  }
  const [fall, rise] = [reach(-1), reach(1)]
  return Number.isNaN(fall + rise) ? undefined : [Math.min(0, fall), Math.max(0, rise)]
}

function waysOf(
  { truths, outcomes, value }: Pick<CellForm, 'truths' | 'outcomes' | 'value'>,
  table: Float64Array,
  whole: number,
): Way[] {
  const ways: Way[] = []
  for (let truth = 0; truth < truths; truth++)
    for (let one = 0; one < outcomes; one++)
      for (let other = 0; other < outcomes; other++) {
        const [from, to] = [truth * outcomes + one, truth * outcomes + other]
        const rows = Math.min(1, table[from] ?? 0)
        if (one === other || rows === 0) continue
        ways.push({ from, to, effect: value(withMoved(table, from, to, rows)) - whole })
      }
  return ways
}

/** The value once so many rows moved, the first ways as far as their rows go. */
function spend(rows: number, ways: readonly Way[], table: Float64Array, value: CellForm['value']): number {
  let moved = table
  let left = rows
  for (const { from, to } of ways) {
    const some = Math.min(left, table[from] ?? 0, moved[from] ?? 0)
    moved = withMoved(moved, from, to, some)
    left -= some
    if (left <= 0) break
  }
  return value(moved)
}

function withMoved(table: Float64Array, from: number, to: number, rows: number): Float64Array {
  const moved = table.slice()
  moved[from] = (moved[from] ?? 0) - rows
  moved[to] = (moved[to] ?? 0) + rows
  return moved
}
