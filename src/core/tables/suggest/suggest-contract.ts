import type { ColumnProfile } from '../../starting/column-profile.ts'
import { keyColumn } from '../../starting/identifier.ts'
import { isPersonal } from '../../starting/personal-data.ts'
import type { TableProfile } from '../../starting/table-profile.ts'
import { clopperPearson } from '../../stats/intervals/clopper-pearson.ts'
import { predictionLimit } from '../../stats/intervals/prediction-limit.ts'
import {
  type ContractDraft,
  draftContract,
  type PropertyDraft,
  propertyOf,
  type TableDraft,
  tableOf,
} from '../drafts/draft.ts'

/** A column with more values than this lists none. */
const MOST_CATEGORIES = 20
/** Share of filled cells whose value occurs once, above which others may come (Good 1953: it estimates their share). */
const MOST_SINGLE = 0.001
/** Confidence of the bounds that are printed. */
const LEVEL = 0.95

/** What a contract is suggested for. */
export interface SuggestOptions {
  readonly name: string
  /** Probability that a batch like the rows seen breaks any rule with a tolerance. */
  readonly alarms: number
  /** Rows of the smallest batch for which that holds. */
  readonly batch: number
}

/** A rule that is suggested, and how sure one can be of it. */
export interface Suggestion {
  readonly column: string
  readonly rule: string
  /** Cells that it was seen to hold in, of how many. */
  readonly held: number
  readonly n: number
  /** Greatest share of all further cells that may break it, at 95 %. */
  readonly bound: number
  /** Share that it tolerates. */
  readonly tolerates: number
}

/** A contract that holds what the rows seen show, with tolerances by which a batch like them seldom alarms. */
export function suggestContract(
  table: TableProfile,
  options: SuggestOptions,
): { readonly draft: ContractDraft; readonly suggestions: readonly Suggestion[] } {
  const draft = draftContract(options.name)
  const tableDraft = tableOf(draft, options.name)
  const key = keyColumn(table)
  const tolerant = table.columns.filter(column => column !== key && column.filled > 0).length * 3
  const alpha = options.alarms / Math.max(1, tolerant)
  tableDraft.quality.push({ metric: 'rowCount', mustBeGreaterThan: 0 })
  const suggestions = table.columns.flatMap(column =>
    suggestColumn(tableDraft, column, { isKey: column === key, rows: table.rows, batch: options.batch, alpha }),
  )
  return { draft, suggestions }
}

interface Context {
  readonly isKey: boolean
  readonly rows: number
  readonly batch: number
  readonly alpha: number
}

function suggestColumn(table: TableDraft, column: ColumnProfile, context: Context): Suggestion[] {
  const property = propertyOf(table, column.name)
  const { filled, kind } = column
  if (kind === 'empty') return []
  const suggestions = [typed(property, column, context)]
  if (isPersonal(column.name)) property.classification = 'restricted'
  if (context.isKey) {
    Object.assign(property, { required: true, unique: true, primaryKey: true, primaryKeyPosition: 1 })
    return [...suggestions, seen(column.name, 'is never empty and never the same twice', 0, filled, 0)]
  }
  suggestions.push(...[filledCells(property, column, context), inSet(property, column, context)].flat())
  suggestions.push(...inRange(property, column, context))
  return suggestions
}

function typed(property: PropertyDraft, { name, kind, filled }: ColumnProfile, _: Context): Suggestion {
  property.logicalType = kind === 'text' || kind === 'empty' ? 'string' : kind
  return seen(name, `is of type ${property.logicalType}`, 0, filled, 0)
}

/** Empty no more often than in a batch like this; where it never was, a single empty cell is a warning. */
function filledCells(property: PropertyDraft, { name, nulls }: ColumnProfile, { rows, batch, alpha }: Context) {
  const tolerates = share(predictionLimit(nulls, rows, batch, alpha), batch)
  if (tolerates >= 1) return []
  expect(property, 'expect_column_values_to_not_be_null', {}, tolerates, nulls === 0)
  return [seen(name, 'is filled', nulls, rows, tolerates)]
}

/** One of the values that recur, where next to none occurs but once. */
function inSet(property: PropertyDraft, { name, kind, values, filled }: ColumnProfile, { batch, alpha }: Context) {
  if (kind !== 'text' || !values || values.size > MOST_CATEGORIES) return []
  const single = [...values.values()].filter(count => count === 1).length
  if (single > filled * MOST_SINGLE) return []
  const tolerates = share(predictionLimit(single, filled, batch, alpha), batch)
  expect(property, 'expect_column_values_to_be_in_set', { value_set: [...values.keys()].toSorted() }, tolerates)
  return [seen(name, `is one of ${values.size} values`, single, filled, tolerates)]
}

/** Between the extremes: each end is passed by new values now and then, which is what the tolerance is for. */
function inRange(property: PropertyDraft, { name, least, greatest, filled }: ColumnProfile, { batch, alpha }: Context) {
  if (least === undefined || greatest === undefined) return []
  if (least >= 0) property.logicalTypeOptions.minimum = 0
  const tolerates = share(2 * predictionLimit(0, filled, batch, alpha / 2), batch)
  if (tolerates >= 1) return []
  expect(property, 'expect_column_values_to_be_between', { min_value: least, max_value: greatest }, tolerates)
  return [seen(name, `is from ${least} to ${greatest}`, 0, filled, tolerates)]
}

function expect(
  property: PropertyDraft,
  expectation: string,
  args: Record<string, unknown>,
  tolerates: number,
  warns = false,
): void {
  const percent = `${Number((100 * tolerates).toPrecision(12))} %`
  const limit = { ...(tolerates > 0 ? { fail_above: percent } : {}), ...(warns ? { warn_above: 0 } : {}) }
  property.quality.push({
    type: 'custom',
    engine: 'proofmark',
    implementation: { expectation, ...args, ...limit },
  })
}

const seen = (column: string, rule: string, broken: number, n: number, tolerates: number): Suggestion => ({
  column,
  rule,
  held: n - broken,
  n,
  bound: clopperPearson(broken, n, 2 * LEVEL - 1).upper,
  tolerates,
})

/** Rounded up to two digits, as nobody can tell 0.0317 from 0.032. */
function share(rows: number, batch: number): number {
  const exact = rows / batch
  if (exact === 0) return 0
  const unit = 10 ** (Math.floor(Math.log10(exact)) - 1)
  return Math.min(1, Math.ceil(exact / unit - 1e-9) * unit)
}
