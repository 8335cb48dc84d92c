import type { Check } from '../../evidence.ts'
import { counted } from '../../model/format.ts'
import type { Settings } from '../../settings/schema.ts'
import type { Status } from '../../verdict.ts'
import { grouped } from '../../wording/grouped.ts'
import { columnLabel } from '../column-label.ts'
import { consequence } from '../consequence.ts'
import { at, type Files } from '../files.ts'
import type { DriftResult } from '../result.ts'
import { changeReason } from './change-reason.ts'
import type { JudgedQuestion } from './judged-question.ts'
import { harmlessOf, type Question } from './question.ts'
import { rowsToSettle } from './rows-to-settle.ts'

interface Checking {
  readonly drift: Settings['drift']
  readonly level: number
  readonly files: Files
  /** The column of the scores. */
  readonly column: string
  /** What every number of performance takes for granted, where it is an estimate. */
  readonly assumption?: string
}

interface SlicedBy {
  readonly by: string
  readonly questions: readonly Question[] | undefined
}

interface PerformanceChecks {
  readonly checks: Check[]
  readonly letThrough: NonNullable<DriftResult['letThrough']>
}

const ORDER: readonly Status[] = ['fail', 'inconclusive', 'warn', 'pass']

/** A check for every number with a limit; of slices, one for every metric and column, which tells of the worst of them. */
export function performanceChecks(
  judged: readonly JudgedQuestion[],
  sliced: readonly SlicedBy[],
  checking: Checking,
): PerformanceChecks {
  const whole = judged.filter(({ question, finding }) => !question.of && finding !== undefined)
  const found = [
    ...whole.map(one => checkOf(one, checking)),
    ...sliced.flatMap(({ by, questions }) => {
      if (!questions) return [tooMany(by, checking)]
      const own = judged.filter(({ question }) => questions.includes(question))
      const groups = [...Map.groupBy(own, ({ question }) => question.id).values()]
      return groups.flatMap(group => group.slice(0, 1).map(({ question }) => sliceCheck(by, question, group, checking)))
    }),
  ]
  return {
    checks: found.map(({ check }) => check),
    letThrough: found.flatMap(({ letThrough }) => letThrough ?? []),
  }
}

function checkOf(one: JudgedQuestion, checking: Checking) {
  const { question, finding = 'inconclusive' } = one
  return decided(finding, checking, {
    id: `predictions.${question.id}`,
    title: titleOf(question),
    ...measuredOf(one, checking),
    reason: assumed(changeReason(one, finding, checking.level), question, checking),
    ...hintOf(one, checking),
  })
}

/** The worst of the slices by a column, and how many were judged. */
function sliceCheck(by: string, asked: Question, group: readonly JudgedQuestion[], checking: Checking) {
  const judged = group.filter(({ finding }) => finding !== undefined)
  const [worst] = judged.toSorted(
    (a, b) =>
      ORDER.indexOf(a.finding ?? 'pass') - ORDER.indexOf(b.finding ?? 'pass') ||
      (a.pValue ?? 1) - (b.pValue ?? 1) ||
      loss(b.question) - loss(a.question),
  )
  const few = group.length - judged.length
  const id = `predictions.${asked.id}.every-${columnLabel(by)}`
  const title = `predictions: ${asked.title} kept on every ${columnLabel(by)}`
  if (!worst)
    return decided('inconclusive', checking, {
      id,
      title,
      reason: `Expected ${asked.called} to be kept on every ${columnLabel(by)} but no value of it has enough rows in both files to be judged`,
      hint: 'Leave the column out of slices, or compare more rows',
    })
  const finding = worst.finding ?? 'inconclusive'
  const counts = ORDER.flatMap(status => {
    const n = judged.filter(one => one.finding === status).length
    return n > 0 ? [`${grouped(n)} ${WORD[status]}`] : []
  })
  const tail = `; of ${counted(judged.length, 'slice')} ${counts.join(', ')}${few > 0 ? `, and ${grouped(few)} with too few rows to be judged` : ''}`
  return decided(finding, checking, {
    id,
    title,
    ...measuredOf(worst, checking),
    reason: assumed(`${changeReason(worst, finding, checking.level)}${tail}`, worst.question, checking),
    ...hintOf(worst, checking),
  })
}

const WORD: Record<Status, string> = {
  fail: 'failed',
  inconclusive: 'undecided',
  warn: 'with a warning',
  pass: 'passed',
}

const loss = ({ change, worse }: Question) => (worse === 'higher' ? 1 : -1) * (change?.value ?? 0)

const tooMany = (by: string, checking: Checking) =>
  decided('inconclusive', checking, {
    id: `predictions.every-${columnLabel(by)}`,
    title: `predictions: kept on every ${columnLabel(by)}`,
    reason: `Expected at most 100 different values of '${columnLabel(by)}' to be slices but found more`,
    hint: 'Write a column of coarser values, such as bands of an age',
  })

function titleOf({ id, title, limit = 0 }: Question): string {
  if (id === 'decisions') return `predictions: share of decisions within ${limit} of the reference`
  return `predictions: ${title} no more than ${limit} worse than in the reference`
}

function measuredOf(
  { question: { change, worse, limit = 0 }, pValue, adjustedPValue }: JudgedQuestion,
  { level }: Checking,
): Pick<Check, 'measured' | 'required'> {
  const required: Check['required'] =
    worse === 'either'
      ? { comparator: 'between', value: [-limit, limit] }
      : { comparator: worse === 'lower' ? '>=' : '<=', value: worse === 'lower' ? -limit : limit }
  if (!change) return { required }
  return {
    required,
    measured: {
      value: change.value,
      interval: [...change.intervalAt(level)],
      level,
      method: change.method,
      n: change.rows.reference + change.rows.current,
      ...(pValue === undefined ? {} : { pValue }),
      ...(adjustedPValue === undefined ? {} : { adjustedPValue }),
    },
  }
}

function hintOf({ question, finding }: JudgedQuestion, { level }: Checking): { hint?: string } {
  if (finding === 'pass') return {}
  if (!question.change) return { hint: 'Compare more rows with labels, or name other metrics' }
  if (finding === 'inconclusive') return { hint: rowsToSettle(question.change, harmlessOf(question), level) }
  return {
    hint:
      question.id === 'decisions'
        ? `Find out which inputs have moved the scores; if the change is harmless, raise '${question.setting}'`
        : `Retrain the model on current rows, or go back to another one; if the loss is harmless, raise '${question.setting}'`,
  }
}

const assumed = (reason: string, { id, change }: Question, { assumption }: Checking) =>
  assumption === undefined || !change || id === 'decisions' ? reason : `${reason}; ${assumption}`

function decided(
  finding: Status,
  { drift, files, column }: Checking,
  check: Omit<Check, 'status'>,
): { check: Check; letThrough?: NonNullable<DriftResult['letThrough']> } {
  const { status, letThrough } = consequence(finding, '', { 'on-inconclusive': drift['on-inconclusive'] })
  return {
    check: {
      ...check,
      status,
      reason: letThrough ? `${check.reason}; ${letThrough.why}` : check.reason,
      ...(status === 'pass' ? {} : { locations: [at(files.current, column)] }),
    },
    ...(letThrough ? { letThrough: [{ check: check.id, finding, by: letThrough.by }] } : {}),
  }
}
