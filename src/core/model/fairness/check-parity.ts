import type { Check } from '../../evidence.ts'
import { grouped } from '../../wording/grouped.ts'
import { type Answer, FAILED } from '../claims/answer.ts'
import type { Parity } from '../claims/claim.ts'
import { rowsNeeded } from '../claims/rows-needed.ts'
import { counted, formatNumber, listed } from '../format.ts'
import { levelOf, type Trial } from '../trial.ts'
import { type Contrast, contrasts } from './contrasts.ts'
import { countOutcomes } from './count-outcomes.ts'
import { LEAST_OF_GROUP, LEAST_OF_RATE, largeGroups } from './large-groups.ts'
import { type Outcomes, rowsOf } from './outcomes.ts'
import { PARITY_KINDS, RATE_WORDS } from './parity-kinds.ts'
import { RATES } from './rates.ts'

/**
 * Holds a claim of fairness against every pair of groups. What is shown to hold must hold for each pair at the claim's own level; what
 * fails is adjusted for the number of pairs (Bonferroni). The four-fifths rule fails only what is shown to be below it, and warns where
 * the estimate is.
 */
export function checkParity(claim: Parity, trial: Trial): Omit<Check, 'id'> {
  const { kind, by, value, leastRows } = claim
  const { rates, comparing } = PARITY_KINDS[kind]
  const title = titleOf(claim)
  const required = { comparator: comparing === 'ratio' ? ('>=' as const) : ('<=' as const), value }
  const undecided = (reason: string, hint: string): Omit<Check, 'id'> => ({
    title,
    required,
    status: 'inconclusive',
    reason,
    hint,
  })
  const found = countOutcomes(trial, by)
  if ('gap' in found) return undecided(found.gap, found.hint)
  const { large, small } = largeGroups(found.groups, rates, leastRows)
  const words = by.join(' and ')
  if (large.length < 2)
    return undecided(
      `Expected at least two groups by ${words} ${enough(claim)} but found ${large.length} of ${counted(found.groups.length, 'group')}`,
      'Add labelled rows of the groups to the hold-out, or name a column with fewer values',
    )
  if (comparing === 'ratio' && large.every(outcomes => RATES.selection(outcomes).k === 0))
    return undecided('No row of any group was predicted favourable', "Check 'favourable' and 'threshold'")
  const level = levelOf(trial.settings, claim.alpha)
  const pairs = (rates.length * large.length * (large.length - 1)) / 2
  const all = contrasts(large, rates, comparing, level, found.facts)
  const strict = pairs === 1 ? all : contrasts(large, rates, comparing, 1 - (1 - level) / pairs, found.facts)
  const worst = all.reduce((a, b) => (isWorse(b, a, comparing) ? b : a))
  return {
    title,
    measured: {
      value: worst.value,
      interval: [...worst.interval],
      level,
      method: worst.method,
      n: worst.n,
      pValue: worst.pValue,
    },
    required,
    ...withSmall(decide(claim, { all, strict, worst }), small, claim),
  }
}

const titleOf = ({ kind, by, value }: Parity): string => {
  const words = by.join(' and ')
  if (kind === 'fair') return `Fair by ${words} (four-fifths rule)`
  const { title, comparing } = PARITY_KINDS[kind]
  return comparing === 'ratio' ? `${title} by ${words} at least ${value}` : `${title} by ${words} within ${value}`
}

const isWorse = (a: Contrast, b: Contrast, comparing: 'ratio' | 'difference') =>
  // A ratio to a group that is never chosen is no number, and is not the worst.
  comparing === 'ratio' ? a.value < b.value || Number.isNaN(b.value) : a.value > b.value

interface Compared {
  readonly all: readonly Contrast[]
  /** At the level that allows for their number. */
  readonly strict: readonly Contrast[]
  readonly worst: Contrast
}

function decide({ kind, value }: Parity, { all, strict, worst }: Compared): Answer {
  const isRatio = PARITY_KINDS[kind].comparing === 'ratio'
  const fails = ({ interval: [lower, upper] }: Contrast) => (isRatio ? upper < value : lower > value)
  const holds = ({ interval: [lower, upper] }: Contrast) => (isRatio ? lower >= value : upper <= value)
  const reason = told(worst)
  if (strict.some(fails)) return { status: 'fail', reason, hint: FAILED }
  if (kind === 'fair')
    return worst.value < value
      ? {
          status: 'warn',
          reason: `${reason}: below ${value}, but on these rows that may be chance`,
          hint: rowsNeeded(worst.value, worst.interval, value, worst.n),
        }
      : { status: 'pass', reason }
  if (all.every(holds)) return { status: 'pass', reason }
  return { status: 'inconclusive', reason, hint: rowsNeeded(worst.value, worst.interval, value, worst.n) }
}

/** `'female' is predicted favourable at 0.72, 'male' at 0.91: ratio 0.79 [0.74, 0.85]`. */
function told({ first, second, rate, value, interval, values }: Contrast): string {
  const isRatio = rate === 'selection'
  const of = (outcomes: Outcomes) => {
    const { k, n } = RATES[rate](outcomes)
    const its = values?.[outcomes === first ? 0 : 1]
    return `'${outcomes.group.name.slice(0, 60)}' ${formatNumber(its ?? k / n)} (${grouped(k)} of ${grouped(n)})`
  }
  const [low, high] = interval
  return `${RATE_WORDS[rate].replace(/^./, first => first.toUpperCase())}: ${of(first)}, ${of(second)}; ${isRatio ? 'ratio' : 'difference'} ${formatNumber(value)} [${formatNumber(low)}, ${formatNumber(high)}]`
}

const enough = ({ leastRows = 0 }: Parity) =>
  `of ${Math.max(LEAST_OF_GROUP, leastRows)} rows or more, ${LEAST_OF_RATE} of them where the rate is taken,`

/** A group that is too small to be compared is not shown to be treated alike. */
function withSmall(answer: Answer, small: readonly Outcomes[], claim: Parity): Answer {
  if (answer.status === 'fail' || small.length === 0) return answer
  const names = listed(
    small.map(outcomes => `'${outcomes.group.name.slice(0, 60)}' (${counted(rowsOf(outcomes), 'row')})`),
    4,
  )
  return {
    status: 'inconclusive',
    reason: `${small.length === 1 ? 'A group is' : `${small.length} groups are`} too small to compare: ${names}; of the others: ${answer.reason}`,
    hint: `Expected groups ${enough(claim)} or leave out a column that makes groups too small`,
  }
}
