import type { Check } from '../../evidence.ts'
import type { Status } from '../../verdict.ts'
import { grouped } from '../../wording/grouped.ts'
import { exceeds, type Limit, limitWords, NONE } from '../contract/tolerance.ts'
import type { Rule } from '../define-check.ts'
import { failingValues, namedValues } from '../measures/failures.ts'
import type { ShownRows } from '../shown-rows.ts'
import { count, each } from '../wording/count.ts'
import { locations, mendOr, rowsAt } from '../wording/locations.ts'
import { percent } from '../wording/percent.ts'

/** Rows of one kind. */
export interface SomeRows {
  readonly count: number
  /** The first of them, ascending. */
  readonly places: readonly number[]
  /** Their values with counts, as far as they may be shown. */
  readonly values: ReadonlyMap<string, number>
}

/** No rows. */
export const NO_ROWS: SomeRows = { count: 0, places: [], values: new Map() }

/** What was found of the rows that a rule was asked of. */
export interface RowsFound {
  /** All of them. */
  readonly rows: number
  /** Those that could be judged: with a filled cell, say. */
  readonly n: number
  readonly failed: SomeRows
  /** Those that are neither right nor wrong, as far as can be told. */
  readonly undecided?: SomeRows
}

/** What a sentence says of them. */
export interface RowsWords {
  /** What the rule is about: `'age'`, `The primary key`. */
  readonly subject: string
  /** What is counted: a cell or a row. */
  readonly noun: string
  /** What is true of one that fails: `is below 0`. */
  readonly failing: string
  /** What is true of one that does not: `is at most 100`; or the whole sentence, where all hold. */
  readonly holding: string | { readonly sentence: string }
  /** What is true of one that is undecided. */
  readonly undecided?: string
  /** How one is written that passes. */
  readonly written?: string
  /** The sentence where none could be judged; that of empty cells, unless it is given. */
  readonly none?: string
  /** How near the limit the rows are, or how far beyond it. */
  readonly near?: string
}

/** Severities under which a broken rule warns. The standard leaves the word free; any other fails. */
const MILD: ReadonlySet<string> = new Set(['info', 'warning'])

/** What becomes of a broken rule. */
export const broken = ({ severity }: Pick<Rule, 'severity'>): 'warn' | 'fail' =>
  MILD.has(severity?.toLowerCase() ?? '') ? 'warn' : 'fail'

/** The verdict on rows that keep a rule or break it, within what it tolerates. */
export function finishRows(rule: Rule, found: RowsFound, words: RowsWords, shown: ShownRows): Check {
  const { n, failed, undecided = NO_ROWS } = found
  const fail = rule.tolerance?.fail ?? NONE
  const base = { id: rule.id, title: rule.title, ...numbers(fail, failed.count, n) }
  const open = (reason: string, hint?: string): Check => ({
    ...base,
    status: 'inconclusive',
    reason,
    ...(hint === undefined ? {} : { hint }),
    locations: locations(rule),
  })
  if (found.rows === 0) return open(`${rule.table.file} has no rows${rule.where ? ` where ${rule.where.source}` : ''}`)
  if (n === 0) return open(words.none ?? `${words.subject} is empty in ${each(found.rows, 'row')}`, mendOr(rule, []))

  const status = statusOf(rule, found, fail)
  const kept = failed.count > 0 ? failed : undecided
  if (kept.count === 0) {
    const { holding, subject, noun, near = '' } = words
    const reason = typeof holding === 'string' ? `${subject} ${holding} in ${each(n, noun)}${near}` : holding.sentence
    return { ...base, status, reason, locations: locations(rule) }
  }
  const faulty = rowsAt(rule, kept.places, shown)
  const what = failed.count > 0 ? words.failing : (words.undecided ?? 'cannot be judged')
  const share = `${grouped(kept.count)} of ${count(n, words.noun)} (${percent(kept.count / n)})`
  const tolerated = toleratedWords(rule.tolerance, status)
  const reason = `${words.subject} ${what} in ${share}${namedValues(kept)}${failed.count > 0 ? (words.near ?? '') : ''}${tolerated}`
  const hint = `${mendOr(rule, faulty)}${words.written ? `. Expected is ${words.written}` : ''}`
  return {
    ...base,
    status,
    reason,
    ...(status === 'pass' ? {} : { hint }),
    locations: locations(rule, faulty),
    ...failingValues(kept),
  }
}

/** Undecided rows count against a rule only as far as they could break it. */
function statusOf(rule: Rule, { n, failed, undecided = NO_ROWS }: RowsFound, fail: Limit): Status {
  if (exceeds(fail, failed.count, n)) return broken(rule)
  if (exceeds(fail, failed.count + undecided.count, n)) return 'inconclusive'
  const warn = rule.tolerance?.warn
  return warn && exceeds(warn, failed.count + undecided.count, n) ? 'warn' : 'pass'
}

function toleratedWords(tolerance: Rule['tolerance'], status: Status): string {
  if (!tolerance) return ''
  const { fail, warn } = tolerance
  if (status === 'warn' && warn)
    return `; tolerated up to ${limitWords(fail)}, without a warning up to ${limitWords(warn)}`
  return 'rows' in fail && fail.rows === 0 ? '' : `; tolerated up to ${limitWords(fail)}`
}

function numbers(fail: Limit, failed: number, n: number): Pick<Check, 'measured' | 'required'> {
  const share = n > 0 ? { share: failed / n } : {}
  if ('rows' in fail) {
    return {
      measured: { value: failed, unit: 'rows', n, ...share },
      required: { comparator: fail.rows === 0 ? '=' : '<=', value: fail.rows, unit: 'rows' },
    }
  }
  return {
    measured: { value: n > 0 ? (100 * failed) / n : 0, unit: 'percent', n, ...share },
    required: { comparator: '<=', value: Number((100 * fail.share).toPrecision(12)), unit: 'percent' },
  }
}
