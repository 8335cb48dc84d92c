import { z } from 'zod'
import { type ContractDraft, draftContract, propertyOf, type TableDraft, tableOf } from '../drafts/draft.ts'
import { expect } from '../importing/expect.ts'
import { conditionObject } from '../importing/great-expectations/condition-object.ts'
import { rowCondition } from '../importing/great-expectations/row-condition.ts'
import { Suite } from '../importing/great-expectations/suite.ts'
import { defineImporter, type KnownExpectations } from '../importing/importer.ts'
import { logicalTypeFor } from '../importing/logical-type-for.ts'

/** Arguments that say how Great Expectations runs or reports, and nothing about the data. */
const RUNNING: ReadonlySet<string> = new Set([
  'auto',
  'batch_id',
  'catch_exceptions',
  'column',
  'condition_parser',
  'include_config',
  'meta',
  'mostly',
  'notes',
  'profiler_config',
  'result_format',
  'row_condition',
  'severity',
])

/** Demands that the standard has a key of its own for, where nothing but the column is said. */
const NATIVE: Readonly<Record<string, 'required' | 'unique'>> = {
  expect_column_values_to_not_be_null: 'required',
  expect_column_values_to_be_unique: 'unique',
}

/** Suites of Great Expectations 0.18 (`expectation_type`) and 1.x (`type`), in JSON or YAML. */
export const greatExpectations = defineImporter({
  id: 'great-expectations',
  title: 'a Great Expectations suite',
  recognise: value =>
    typeof value === 'object' && value !== null && 'expectations' in value && Suite.safeParse(value).success,
  read(document, fallback, known) {
    const suite = Suite.parse(document.value)
    const draft = draftContract(suite.name ?? fallback)
    const table = tableOf(draft, suite.name ?? fallback)
    for (const [i, expectation] of suite.expectations.entries()) {
      take(draft, table, expectation, ['expectations', i], known)
    }
    return draft
  },
})

type Expectation = Suite['expectations'][number]

function take(
  draft: ContractDraft,
  table: TableDraft,
  { name, kwargs, severity }: Expectation,
  path: readonly PropertyKey[],
  known: KnownExpectations,
): void {
  const column = typeof kwargs.column === 'string' ? kwargs.column : undefined
  const rule = column === undefined ? name : `${name} of '${column}'`
  const leave = (reason: string) => draft.left.push({ rule, reason, path })
  const parameter = Object.entries(kwargs).find(([, value]) => isParameter(value))
  if (parameter) return void leave(`its '${parameter[0]}' is an evaluation parameter, known only when the suite is run`)
  const where = conditionOf(kwargs.row_condition)
  if (where === undefined) return void leave('its row_condition is more than columns, values and comparisons')

  const property = column === undefined ? undefined : propertyOf(table, column)
  const args = Object.fromEntries(Object.entries(kwargs).filter(([key]) => !RUNNING.has(key)))
  const mostly = kwargs.mostly === 1 || kwargs.mostly === null ? undefined : kwargs.mostly
  const bare = where === '' && mostly === undefined && (severity ?? 'critical') === 'critical'
  const empty = Object.keys(args).length === 0
  if (property && name === 'expect_column_to_exist' && bare) return
  const native = NATIVE[name]
  if (property && native && bare && empty) {
    property[native] = true
    return
  }
  if (property && name === 'expect_column_values_to_be_of_type' && bare) {
    const type = logicalTypeFor(String(args.type_))
    if (type === undefined) return void leave(`no logical type of the standard is a ${String(args.type_)}`)
    property.logicalType ??= type
    return
  }
  if (property && name === 'expect_column_values_to_be_in_type_list') {
    const names = z.array(z.string()).min(1).safeParse(args.type_list).data ?? []
    const listed = names.map(logicalTypeFor)
    const unknown = names.find((_, i) => listed[i] === undefined)
    if (names.length === 0) return void leave('its type_list is no list of types')
    if (unknown !== undefined) return void leave(`no logical type of the standard is a ${unknown}`)
    const [type, ...others] = new Set(listed.flatMap(one => (one === undefined ? [] : [one])))
    if (bare && type !== undefined && others.length === 0) {
      property.logicalType ??= type
      return
    }
    args.type_list = [...new Set(listed)]
  }
  expect(
    draft,
    table,
    {
      expectation: name,
      args: { ...args, mostly, where: where || undefined },
      ...(property ? { property } : {}),
      severity: severityOf(severity),
      rule,
      path,
    },
    known,
  )
}

const isParameter = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).some(key => key.startsWith('$PARAMETER'))

/** The condition; '' where there is none, undefined where it is not understood. */
function conditionOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return ''
  return typeof value === 'string' ? rowCondition(value) : conditionObject(value)
}

/** Critical, the default of Great Expectations, is the standard's error. */
const severityOf = (severity: string | null | undefined): string | undefined =>
  severity === undefined || severity === null || severity === 'critical' ? undefined : severity
