import type { Check } from '../../evidence.ts'
import { FAILED, lies, measuredOf, tooFew } from '../claims/answer.ts'
import { checkClaim } from '../claims/check-claim.ts'
import type { MetricClaim } from '../claims/claim.ts'
import { judge } from '../claims/judge.ts'
import { type Question, questionOf } from '../claims/question.ts'
import { rowsNeeded } from '../claims/rows-needed.ts'
import { counted, listed } from '../format.ts'
import type { Judged } from '../task.ts'
import { levelOf, type Trial } from '../trial.ts'
import type { Group } from './group.ts'
import { groupRows, MOST_GROUPS } from './group-rows.ts'
import { worstFirst } from './worst-first.ts'

/** A slice with the claim's answer on it. */
export interface SliceAnswer {
  readonly group: Group
  readonly judged: Judged
  readonly question: Question
  readonly status: 'pass' | 'fail' | 'inconclusive'
}

/**
 * Holds a claim against every slice that columns make. All must hold, so each may be shown to at the claim's own level: the chance
 * that all pass while one does not hold is no more than the chance that this one passes (intersection–union). Any may fail, so what
 * fails is adjusted for their number (Holm).
 */
export function checkEverySlice(
  claim: MetricClaim,
  columns: readonly string[],
  trial: Trial,
): { check: Omit<Check, 'id'>; slices: readonly SliceAnswer[] } {
  const groups = groupRows(trial.rows, columns)
  const by = columns.join(' and ')
  const { title } = questionOf(claim, trial.judge(undefined, trial.settings.level, [claim.metric.id]))
  if (!groups)
    return {
      slices: [],
      check: {
        title,
        status: 'inconclusive',
        reason: `Expected at most ${MOST_GROUPS} slices by ${by} but found more`,
        hint: 'Name a column with fewer values, or a single slice, e.g. "on age < 25"',
      },
    }
  const slices = worstFirst(settle(claim, groups, trial))
  return { slices, check: { title, ...aboutAll(claim, by, slices) } }
}

/** Every slice's answer, failures adjusted for all of them. */
function settle(claim: MetricClaim, groups: readonly Group[], trial: Trial): SliceAnswer[] {
  const level = levelOf(trial.settings, claim.alpha)
  const asked = groups.map(group => ask(claim, group, trial, level))
  const failed = new Set<Group>()
  // Holm: what fails at α over all slices is set aside, then what fails at α over the others, until nothing more does.
  for (;;) {
    const left = groups.length - failed.size
    const strict = 1 - (1 - level) / left
    const more = asked.filter(
      ({ group, status }) =>
        status === 'fail' && !failed.has(group) && (left === 1 || ask(claim, group, trial, strict).status === 'fail'),
    )
    if (more.length === 0) break
    for (const { group } of more) failed.add(group)
  }
  return asked.map(one => (one.status === 'fail' && !failed.has(one.group) ? { ...one, status: 'inconclusive' } : one))
}

function ask(claim: MetricClaim, group: Group, trial: Trial, level: number): SliceAnswer {
  const judged = trial.judge(group.chosen, level, [claim.metric.id])
  const question = questionOf(claim, judged)
  const { estimate, comparator, threshold } = question
  const decided =
    tooFew(judged.rows, judged.shortage, claim.leastRows) === undefined && estimate?.interval && threshold !== undefined
      ? judge(estimate.interval, comparator, threshold)
      : 'inconclusive'
  return { group, judged, question, status: decided === 'warn' ? 'inconclusive' : decided }
}

function aboutAll(claim: MetricClaim, by: string, slices: readonly SliceAnswer[]): Omit<Check, 'id' | 'title'> {
  const [worst] = slices
  if (!worst) throw new Error('Rows make at least one slice')
  const { judged, question, status } = worst
  const { estimate, comparator, threshold } = question
  const of = `${counted(slices.length, 'slice')} by ${by}`
  const alike = slices.filter(one => one.status === status)
  const sentences = {
    pass: `All ${of} hold; ${told(worst, claim)}`,
    fail: `${alike.length} of ${of} ${alike.length === 1 ? 'fails' : 'fail'} (Holm): ${listed(
      alike.map(one => told(one, claim)),
      4,
    )}`,
    inconclusive: `${alike.length} of ${of} ${alike.length === 1 ? 'is' : 'are'} undecided: ${listed(
      alike.map(one => told(one, claim)),
      4,
    )}`,
  }
  return {
    status,
    ...(estimate ? { measured: measuredOf(estimate, judged.level) } : {}),
    ...(threshold === undefined ? {} : { required: { comparator, value: threshold } }),
    reason: sentences[status],
    ...(status === 'pass' ? {} : { hint: status === 'fail' ? FAILED : hint(claim, worst) }),
  }
}

/** `north [0.71, 0.78] contains 0.8`, or why the slice is undecided. */
function told({ group, judged, question }: SliceAnswer, claim: MetricClaim): string {
  const { estimate, comparator, threshold, requirement } = question
  const name = `'${group.name.slice(0, 60)}'`
  const few = tooFew(judged.rows, judged.shortage, claim.leastRows)
  if (few !== undefined) return `${name} has too few rows (${counted(judged.rows, 'row')})`
  if (!estimate?.interval || threshold === undefined) return `${name} has no interval (${estimate?.gap})`
  return `${name} ${lies({ interval: estimate.interval }, comparator, threshold)} ${requirement}`
}

function hint(claim: MetricClaim, worst: SliceAnswer): string {
  const { estimate, threshold, comparator } = worst.question
  const few = tooFew(worst.judged.rows, worst.judged.shortage, claim.leastRows)
  if (few !== undefined) return `${few} of '${worst.group.name}': add labelled rows of it to the hold-out`
  if (!estimate?.interval || estimate.value === null || threshold === undefined)
    return checkClaim(claim, worst.judged).hint ?? ''
  if (judge(estimate.interval, comparator, threshold) === 'fail')
    return `'${worst.group.name}' would fail by itself, but one of so many slices may by chance: more labelled rows of it would tell`
  return `${rowsNeeded(estimate.value, estimate.interval, threshold, worst.judged.rows)} (of '${worst.group.name}')`
}
