import type { Check } from '../../evidence.ts'
import type { Claim } from '../claims/claim.ts'
import type { Degradation } from './degradation.ts'
import type { Judgement } from './judge-copy.ts'
import type { ClaimPower } from './selftest-result.ts'
import type { SizeSearch } from './size-search.ts'
import { tooWide } from './too-wide.ts'

/** An interval is narrower by the square root of how many times more rows there are. */
const TIMES_TO_HALVE = 4

interface Measuring {
  readonly degradation: Degradation
  readonly search: SizeSearch
  show(size: number): string
  /** Everything shuffled, where that can be judged. */
  readonly shuffled: Judgement | undefined
  readonly own: Judgement
  readonly rows: number
}

/** The smallest loss that a claim tells from the model as it is, along one degradation. */
export function claimPower(claim: Claim, id: string, measuring: Measuring): ClaimPower {
  const { degradation, search, show, own, rows } = measuring
  const check = own.claims.get(id)
  const notPassed = detection(status => status !== 'pass')
  const failed = detection(status => status === 'fail')
  const greatest = degradation.sizes.at(-1) ?? 0
  const last = search.at(greatest).claims.get(id)
  const atBest = reachOf(check, failed ? search.at(failed.size).claims.get(id) : last)
  const found = {
    claim: claim.text,
    check: id,
    by: degradation.id,
    upTo: show(greatest),
    notPassed,
    failed,
    atBest,
    rowsToHalve: atBest === null ? null : TIMES_TO_HALVE * rows,
  }
  const wide = tooWide(claim, check, { ...found, ...measuring })
  return { ...found, ...(wide ? { tooWide: wide } : {}) }

  function detection(is: (status: Check['status'] | undefined) => boolean): ClaimPower['failed'] {
    const size = search.smallest(({ claims }) => is(claims.get(id)?.status))
    if (size === undefined) return null
    const drop = lost(check, search.at(size).claims.get(id))
    return drop === undefined ? null : { size, shown: show(size), drop }
  }
}

/** How much worse the quantity of a check is. */
function lost(before: Check | undefined, after: Check | undefined): number | undefined {
  const [from, to] = [before?.measured?.value, after?.measured?.value]
  if (typeof from !== 'number' || typeof to !== 'number') return undefined
  return before?.required?.comparator === '<=' ? to - from : from - to
}

/** From the end of the model's interval that must meet the requirement to its value, and on by the reach of another one's interval to its other end. */
function reachOf(own: Check | undefined, other: Check | undefined): number | null {
  const [mine, its] = [own?.measured, other?.measured]
  if (typeof mine?.value !== 'number' || typeof its?.value !== 'number' || !mine.interval || !its.interval) return null
  return own?.required?.comparator === '<='
    ? mine.interval[1] - mine.value + its.value - its.interval[0]
    : mine.value - mine.interval[0] + its.interval[1] - its.value
}
