import * as drift from '../drift/measures/lots.ts'
import * as row from '../tables/measures/row-sample.ts'
import { LOT_BITS, type LotKind, sameUpperBits } from './lots.ts'
import type { TableThere } from './table-there.ts'

/** Numbers that are looked at, at some nanoseconds each. */
const MOST_LOOKED_AT = 2 ** 26
/** Numbers that a statement lists. */
const MOST_LISTED = 5000

/** Lots as whole numbers, and what tells at half the work that one is too large. */
const LOTS = {
  row: { of: (key: number) => row.lotOf(key) * 2 ** LOT_BITS.row, half: row.halfLotOf, lower: 2 ** 21 },
  drift: { of: drift.lotOf, half: drift.halfLotOf, lower: 1 },
}

/**
 * All whole numbers between the least and the greatest key whose lots are at most so great: an engine finds these rows by name, where it
 * would else make the lot of every row. Undefined where the keys are not known to lie close together, or are too many to be listed.
 */
export function drawnKeys({ keys }: Pick<TableThere, 'keys'>, kind: LotKind, most: number): number[] | undefined {
  if (!keys || keys[1] - keys[0] > MOST_LOOKED_AT) return undefined
  const { of, half, lower } = LOTS[kind]
  const upper = sameUpperBits(Math.floor(most / lower))
  const drawn: number[] = []
  for (let from = keys[0]; from <= keys[1]; ) {
    // Of numbers whose upper 32 bits are the same.
    const high = Math.floor(from / 2 ** 32)
    const count = Math.min(keys[1], (high + 1) * 2 ** 32 - 1) - from + 1
    for (let i = 0; i < count; i++) {
      if (half((from + i) | 0, high) >>> 0 > upper || of(from + i) > most) continue
      if (drawn.length === MOST_LISTED) return undefined
      drawn.push(from + i)
    }
    from += count
  }
  return drawn
}
