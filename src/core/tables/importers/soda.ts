import { z } from 'zod'
import {
  type ContractDraft,
  draftContract,
  type PropertyDraft,
  propertyOf,
  type TableDraft,
  tableOf,
} from '../drafts/draft.ts'
import { expect } from '../importing/expect.ts'
import { defineImporter, type KnownExpectations } from '../importing/importer.ts'
import { logicalTypeFor } from '../importing/logical-type-for.ts'
import { named } from '../importing/named.ts'
import { operatorsOf, rangeBy, Threshold, toleratedBy } from '../importing/soda/threshold.ts'
import { VALIDITY, validity } from '../importing/soda/validity.ts'

const Column = z.looseObject({
  name: z.string(),
  data_type: z.string().nullish(),
  optional: z.boolean().default(false),
  checks: z.unknown().optional(),
})
const Contract = z.looseObject({
  dataset: z.string(),
  columns: z.array(Column).nullish(),
  checks: z.unknown().optional(),
  filter: z.unknown().optional(),
})

/** A check's own keys, whatever it asks. */
const Common = z.looseObject({
  threshold: z.looseObject({}).default({}).pipe(Threshold),
  filter: z.string().optional(),
  missing_values: z.array(z.unknown()).optional(),
  columns: z.array(z.string()).optional(),
  column: z.string().optional(),
  function: z.string().optional(),
  expression: z.string().optional(),
  allow_extra_columns: z.boolean().optional(),
  allow_other_column_order: z.boolean().optional(),
})
type Common = z.infer<typeof Common>

/** Aggregates that an expectation is about. */
const AGGREGATES: Readonly<Record<string, string>> = {
  avg: 'expect_column_mean_to_be_between',
  sum: 'expect_column_sum_to_be_between',
  min: 'expect_column_min_to_be_between',
  max: 'expect_column_max_to_be_between',
  stddev: 'expect_column_stdev_to_be_between',
}

interface Place {
  readonly draft: ContractDraft
  readonly table: TableDraft
  /** Of no column: a check of the dataset. */
  readonly property?: PropertyDraft
  readonly known: KnownExpectations
  readonly rule: string
  readonly path: readonly PropertyKey[]
}

/** Takes a check over; gives the reason where it cannot. */
type Taking = (args: Common, place: Place, given: Readonly<Record<string, unknown>>) => string | undefined

const CHECKS: Readonly<Record<string, Taking>> = {
  missing,
  duplicate,
  invalid,
  row_count: rowCount,
  aggregate,
  schema,
  freshness,
  failed_rows: failedRows,
}

/** Data contracts of Soda v4. */
export const soda = defineImporter({
  id: 'soda',
  title: 'a Soda contract',
  recognise: value => Contract.safeParse(value).success,
  read(document, _, known) {
    const contract = Contract.parse(document.value)
    const name = contract.dataset.split('/').at(-1) ?? contract.dataset
    const draft = draftContract(name)
    const table = tableOf(draft, name)
    if (contract.filter !== undefined) {
      const reason = 'it selects rows for every rule: filter the data, or repeat it as where'
      draft.left.push({ rule: 'the filter of the dataset', reason, path: ['filter'] })
    }
    for (const [i, column] of (contract.columns ?? []).entries()) {
      const property = propertyOf(table, column.name)
      const path = ['columns', i]
      const reason = takeColumn(property, column)
      if (reason !== undefined) draft.left.push({ rule: `column '${column.name}'`, reason, path })
      for (const [check, given] of named(column.checks)) {
        const rule = `${check} of '${column.name}'`
        take(check, { ...validityOf(column), ...objectOf(given) }, { draft, table, property, known, rule, path })
      }
    }
    for (const [check, given] of named(contract.checks)) {
      take(check, objectOf(given), { draft, table, known, rule: check, path: ['checks'] })
    }
    return draft
  },
})

function takeColumn(property: PropertyDraft, { data_type, optional }: z.infer<typeof Column>): string | undefined {
  const type = data_type ? logicalTypeFor(data_type) : undefined
  if (type !== undefined) property.logicalType = type
  if (data_type && type === undefined) return `the standard has no type ${data_type}`
  return optional ? 'it is optional, and a column of a contract must be there' : undefined
}

function take(check: string, given: Readonly<Record<string, unknown>>, place: Place): void {
  const taking = Object.hasOwn(CHECKS, check) ? CHECKS[check] : undefined
  const read = Common.safeParse(given)
  const reason = !taking
    ? 'Proofmark has no such check'
    : read.success
      ? taking(read.data, place, given)
      : 'its arguments are not understood'
  if (reason !== undefined) place.draft.left.push({ rule: place.rule, reason, path: place.path })
}

function missing(args: Common, place: Place): string | undefined {
  const { property } = place
  if (!property) return 'it names no column'
  if (args.filter !== undefined) {
    if (args.missing_values) return 'it has tokens for null together with a filter'
    return cells({ expectation: 'expect_column_values_to_not_be_null', args: {} }, args, place)
  }
  const metric = args.missing_values
    ? { metric: 'missingValues', arguments: { missingValues: [null, ...args.missing_values] } }
    : { metric: 'nullValues' }
  property.quality.push(...demandsOf(args).map(demand => ({ ...metric, ...demand })))
  return undefined
}

function duplicate(args: Common, place: Place): string | undefined {
  const { property, table } = place
  const key = property ? [property.name] : (args.columns ?? [])
  if (key.length === 0) return 'it names no columns'
  if (args.filter !== undefined) {
    const expectation = property ? 'expect_column_values_to_be_unique' : 'expect_compound_columns_to_be_unique'
    return cells({ expectation, args: property ? {} : { column_list: key } }, args, place)
  }
  const metric = { metric: 'duplicateValues', ...(property ? {} : { arguments: { properties: key } }) }
  const rules = demandsOf(args).map(demand => ({ ...metric, ...demand }))
  ;(property ?? table).quality.push(...rules)
  return undefined
}

function invalid(args: Common, place: Place, given: Readonly<Record<string, unknown>>): string | undefined {
  const parts = validity(given)
  if (!parts) return 'what is valid is said in a way that Proofmark does not check'
  return parts.map(part => cells(part, args, place)).find(reason => reason !== undefined)
}

function rowCount(args: Common, { table }: Place): string | undefined {
  if (args.filter !== undefined) return 'it counts some rows only'
  const demands = operatorsOf(args.threshold)
  const rules = demands.length > 0 ? demands : [['mustBeGreaterThan', 0] as const]
  table.quality.push(
    ...rules.map(([operator, limit]) => ({ metric: 'rowCount', [operator]: limit, ...severity(args) })),
  )
  return undefined
}

function aggregate(args: Common, place: Place): string | undefined {
  const { function: name = '' } = args
  const expectation = Object.hasOwn(AGGREGATES, name) ? AGGREGATES[name] : undefined
  const range = rangeBy(args.threshold)
  if (!expectation || !range) return `Proofmark has no such check of ${name}`
  add({ expectation, args: { ...range, where: args.filter } }, args, place)
  return undefined
}

function schema(args: Common, place: Place): string | undefined {
  const columns = [...place.table.properties.keys()]
  const { allow_extra_columns: extra = false, allow_other_column_order: anyOrder = false } = args
  if (!extra) {
    const demand = { column_set: columns, exact_match: true }
    add({ expectation: 'expect_table_columns_to_match_set', args: demand }, args, place)
  }
  if (anyOrder) return undefined
  if (extra) return 'it demands an order among columns of which there may be others'
  add({ expectation: 'expect_table_columns_to_match_ordered_list', args: { column_list: columns } }, args, place)
  return undefined
}

function freshness(args: Common, place: Place): string | undefined {
  const { unit = 'hour', must_be_less_than, must_be_less_than_or_equal } = args.threshold
  const most = must_be_less_than_or_equal ?? must_be_less_than
  if (args.column === undefined || most === undefined) return 'its threshold is no greatest age of a column'
  const property = propertyOf(place.table, args.column)
  const demand = { max_age: most, unit: `${unit}s` }
  add({ expectation: 'expect_column_max_age_to_be_at_most', args: demand }, args, { ...place, property })
  return undefined
}

/** The expression says what fails. */
function failedRows(args: Common, place: Place): string | undefined {
  if (args.expression === undefined) return 'it is a query'
  const { property: _, ...ofTable } = place
  const demand = { condition: `not (${args.expression})` }
  return cells({ expectation: 'expect_rows_to_satisfy', args: demand }, args, ofTable)
}

interface Part {
  readonly expectation: string
  readonly args: Readonly<Record<string, unknown>>
}

/** An expectation on rows, with what is tolerated. */
function cells({ expectation, args }: Part, common: Common, place: Place): string | undefined {
  const tolerated = toleratedBy(common.threshold)
  if (tolerated === undefined) return 'its threshold is more than a greatest number of rows'
  const limit = tolerated === 0 ? {} : { fail_above: tolerated }
  add({ expectation, args: { ...args, where: common.filter, ...limit } }, common, place)
  return undefined
}

function add({ expectation, args }: Part, common: Common, { draft, table, property, known, rule, path }: Place): void {
  const wanted = { expectation, args, ...(property ? { property } : {}), ...severity(common), rule, path }
  expect(draft, table, wanted, known)
}

const demandsOf = (args: Common) => {
  const demands = operatorsOf(args.threshold)
  const unit = args.threshold.metric === 'percent' ? { unit: 'percent' } : {}
  return (demands.length > 0 ? demands : [['mustBe', 0] as const]).map(([operator, limit]) => ({
    [operator]: limit,
    ...unit,
    ...severity(args),
  }))
}

const severity = ({ threshold }: Common) => (threshold.level === 'warn' ? { severity: 'warning' } : {})

/** What a column says of all its checks. */
const validityOf = (column: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(column).filter(([key]) => VALIDITY.has(key)))

const objectOf = (value: unknown): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).safeParse(value).data ?? {}
