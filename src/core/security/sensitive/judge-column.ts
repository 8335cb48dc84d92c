import { binomTest } from '../../stats/index.ts'
import type { ColumnSample } from './column-sample.ts'
import type { Kind } from './define-kind.ts'
import { nameMatch } from './name-match.ts'
import type { Validators } from './validators.ts'

/** So improbable must the passing values be by chance. */
export const ALPHA = 1e-9
/** So large a share of the cells that say anything must pass. */
const MOST = 0.6

/** What speaks for a kind. Shares are of distinct values looked at, `rate` of the cells that say anything. */
export interface Grounds {
  /** Whether the column is named for it. */
  readonly name: boolean
  /** Share that looks like it; null where the kind has no look. */
  readonly pattern: number | null
  /** Share that also passes its checksum; null where it has none. */
  readonly checksum: number | null
  /** Share of the cells that passes both; null where there is neither. */
  readonly rate: number | null
  /** Distinct values looked at. */
  readonly n: number
  /** Chance that random values pass as often; null where that cannot be said. */
  readonly pValue: number | null
}

/** A kind that a column seems to hold. */
export interface Suspicion {
  readonly kind: Kind
  readonly grounds: Grounds
  /** Whether the values say so, and not the name alone. */
  readonly confirmed: boolean
  /** Characters of the column's name that the kind's name covers. */
  readonly match: number
}

/** What a column holds by its name and values, the likeliest kind; undefined where nothing speaks for one. */
export function judgeColumn(
  sample: ColumnSample,
  kinds: readonly Kind[],
  validators: Validators,
): Suspicion | undefined {
  const [best] = kinds.flatMap(kind => suspect(kind, sample, validators) ?? []).toSorted(likelier)
  return best
}

/** Whether it is worth loading the kind's library: the column is named for it, or enough of its cells look like it. */
export const worthAsking = (kind: Kind, sample: ColumnSample): boolean =>
  nameMatch(kind, sample.name) > 0 || (kind.values?.chance !== undefined && mostPass(sample, looks(kind)))

function suspect(kind: Kind, sample: ColumnSample, validators: Validators): Suspicion | undefined {
  const match = nameMatch(kind, sample.name)
  const { values } = kind
  const name = match > 0
  if (!name && values?.chance === undefined) return undefined
  // Neither named nor alike: its library may not even be loaded.
  if (!name && !mostPass(sample, looks(kind))) return undefined
  const looked = shares(sample, looks(kind))
  if (!values) {
    const believed = sample.cells === 0 || kind.plausible === undefined || shares(sample, kind.plausible).rate >= MOST
    const grounds = { name, pattern: null, checksum: null, rate: null, n: looked.n, pValue: null }
    return believed ? { kind, grounds, confirmed: false, match } : undefined
  }
  const { pattern, checksum, chance } = values
  const passed = checksum ? shares(sample, value => pattern.test(value) && checksum.passes(value, validators)) : looked
  const pValue = chance && looked.n > 0 ? binomTest(passed.k, passed.n, chance.rate, 'greater').pValue : null
  const beyondChance = pValue !== null && pValue < ALPHA
  const confirmed = name ? passed.rate >= MOST || beyondChance : beyondChance && passed.rate >= MOST
  const byName = name && (sample.cells === 0 || looked.rate >= MOST)
  if (!confirmed && !byName) return undefined
  const grounds: Grounds = {
    name,
    pattern: looked.share,
    checksum: checksum ? passed.share : null,
    rate: passed.rate,
    n: looked.n,
    pValue,
  }
  return { kind, grounds, confirmed, match }
}

const looks =
  ({ values }: Kind) =>
  (value: string) =>
    values?.pattern.test(value) ?? false

/** Whether most cells pass: asked of every kind for every column, so it ends as soon as the answer is settled. */
function mostPass({ values }: ColumnSample, passes: (value: string) => boolean): boolean {
  let left = 0
  for (const count of values.values()) left += count
  let needed = MOST * left
  if (left === 0) return false
  for (const [value, count] of values) {
    if (passes(value)) needed -= count
    left -= count
    if (needed <= 0) return true
    if (left < needed) return false
  }
  return false
}

function shares({ values }: ColumnSample, passes: (value: string) => boolean) {
  let k = 0
  let cells = 0
  let passing = 0
  for (const [value, count] of values) {
    cells += count
    if (!passes(value)) continue
    k++
    passing += count
  }
  const n = values.size
  return { k, n, share: n === 0 ? 0 : k / n, rate: cells === 0 ? 0 : passing / cells }
}

/** Confirmed before suspected, named before unnamed and by the longer name, then what passes oftener and is harder to pass. */
function likelier(a: Suspicion, b: Suspicion): number {
  const chance = ({ kind }: Suspicion) => kind.values?.chance?.rate ?? 1
  return (
    Number(b.confirmed) - Number(a.confirmed) ||
    b.match - a.match ||
    (b.grounds.rate ?? 0) - (a.grounds.rate ?? 0) ||
    chance(a) - chance(b) ||
    (a.kind.id < b.kind.id ? -1 : 1)
  )
}
