import type { Check } from '../../evidence.ts'
import { type Claim, isComparison, isOnMetric, type MetricClaim } from '../claims/claim.ts'
import { formatNumber } from '../format.ts'
import { defaultMargin } from '../metric.ts'
import type { Judgement } from './judge-copy.ts'
import type { ClaimPower } from './selftest-result.ts'
import type { SizeSearch } from './size-search.ts'

/** A loss of a metric between 0 and 1 that hardly anybody would promote a model with. */
const LARGE = 0.05
/** The same as a share of a metric without such bounds. */
const LARGE_SHARE = 0.1
/** A share of flipped predictions that a claim should see. */
const FLIPPED = 0.1

interface Found extends Pick<ClaimPower, 'by' | 'notPassed'> {
  readonly check: string
  readonly search: SizeSearch
  readonly shuffled: Judgement | undefined
  readonly own: Judgement
}

/** Whether a claim on a metric lets through too much: said of a useless model first, then of flips, then of a large loss. */
export function tooWide(claim: Claim, own: Check | undefined, found: Found): ClaimPower['tooWide'] {
  if (!isOnMetric(claim) || own?.status !== 'pass') return undefined
  const subject = isComparison(claim) ? `the gain in ${claim.metric.title}` : claim.metric.title
  const reason = reasonOf(subject, largeLoss(claim, found.own), found, own)
  if (reason === undefined) return undefined
  return { reason, hint: remedy(claim, own, found.own.values.get(claim.metric.id) ?? Number.NaN) }
}

/** A claim that the model itself would still pass, on the same rows, and that lets less through. */
function remedy(claim: MetricClaim, own: Check, value: number): string {
  const { metric, text } = claim
  const rest = BEHIND.exec(text)?.[0] ?? ''
  if (claim.kind === 'no-worse-than-champion' && (claim.margin ?? 0) > defaultMargin(metric, value)) {
    const by = metric.better === 'lower' ? '' : ` by ${defaultMargin(metric, value)}`
    return `Make the margin of '${text}' smaller: ${metric.id} no worse than champion${by}${rest}`
  }
  const bound = tightest(own)
  if (bound === undefined || (isComparison(claim) && bound <= 0)) return `Ask for more than '${text}' does`
  const sign = claim.kind === 'ceiling' ? '<=' : '>='
  const stricter = isComparison(claim) ? `better than champion by ${bound}` : `${sign} ${bound}`
  return `The model itself would still pass '${metric.id} ${stricter}${rest}': ask for more than '${text}' does`
}

/** What a claim says of its rows and its alpha. */
const BEHIND = /\s(on|at alpha|with at least)\s.*$/i

function reasonOf(
  subject: string,
  large: number,
  { check, by, notPassed, search, shuffled }: Found,
  own: Check,
): string | undefined {
  if (shuffled?.claims.get(check)?.status === 'pass')
    return `Margin too wide: it still passes when every prediction is another row's`
  if (by === 'wrong-predictions') {
    const flipped = search.at(FLIPPED).claims.get(check)
    if (flipped?.status === 'pass')
      return `Margin too wide: it still passes with ${FLIPPED * 100} % of the predictions flipped, where ${subject} goes ${change(own, flipped)}`
  }
  if (notPassed && !(notPassed.drop > large)) return undefined
  return notPassed
    ? `Margin too wide: ${subject} can become ${round(notPassed.drop)} worse before it no longer passes`
    : 'Margin too wide: no degradation that was tried makes it not pass'
}

function largeLoss({ metric: { id, range } }: MetricClaim, { values }: Judgement): number {
  const [least, greatest] = range
  return greatest - least <= 2 ? LARGE : LARGE_SHARE * Math.abs(values.get(id) ?? Number.NaN)
}

const change = (own: Check, other: Check): string => {
  const [from, to] = [own.measured?.value, other.measured?.value]
  return typeof from === 'number' && typeof to === 'number' ? `from ${round(from)} to ${round(to)}` : 'down'
}

const round = (value: number) => formatNumber(Number(value.toFixed(4)))

/** The bound nearest to the model's interval that it still meets, to two decimals of its size. */
function tightest({ measured, required }: Check): number | undefined {
  const [lower, upper] = measured?.interval ?? []
  if (lower === undefined || upper === undefined) return undefined
  const isFloor = required?.comparator !== '<='
  const end = isFloor ? lower : upper
  const step = 10 ** (Math.floor(Math.log10(Math.max(Math.abs(end), Number.MIN_VALUE))) - 1)
  const steps = isFloor ? Math.floor(end / step) : Math.ceil(end / step)
  return Number((steps * step).toPrecision(2))
}
