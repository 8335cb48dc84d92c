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
import { panderaCheck } from '../importing/pandera/check.ts'

/** Checks stand beside a column's other keys, or, in earlier files, under `checks`. */
const Column = z.looseObject({
  dtype: z.string().nullish(),
  nullable: z.boolean().default(false),
  unique: z.boolean().default(false),
  required: z.boolean().default(true),
  regex: z.boolean().default(false),
  description: z.string().nullish(),
  checks: z.unknown().optional(),
})
const Schema = z.looseObject({
  schema_type: z.literal('dataframe'),
  columns: z.record(z.string(), Column),
  checks: z.unknown().optional(),
  index: z.array(Column.extend({ name: z.string().nullish() })).nullish(),
  strict: z.union([z.boolean(), z.string()]).nullish(),
  ordered: z.boolean().nullish(),
  unique: z.union([z.string().transform(name => [name]), z.array(z.string())]).nullish(),
})
type Column = z.infer<typeof Column>

/** Keys of a column that are no checks. */
const KEYS: ReadonlySet<string> = new Set([
  ...Object.keys(Column.shape),
  'title',
  'coerce',
  'name',
  'metadata',
  'default',
  'parsers',
  'drop_invalid_rows',
  'report_duplicates',
])
/** Keys of a schema that are no checks of the table. */
const SCHEMA_KEYS: ReadonlySet<string> = new Set([
  ...Object.keys(Schema.shape),
  'version',
  'api',
  'dtype',
  'coerce',
  'name',
  'title',
  'description',
  'report_duplicates',
  'unique_column_names',
  'add_missing_columns',
  'metadata',
  'parsers',
  'drop_invalid_rows',
])

/** Schemas that Pandera has written, as YAML or JSON. Checks in Python are lost when it writes them, so nothing can be said of those. */
export const pandera = defineImporter({
  id: 'pandera',
  title: 'a Pandera schema',
  recognise: value => Schema.safeParse(value).success,
  read(document, name, known) {
    const schema = Schema.parse(document.value)
    const draft = draftContract(name)
    const table = tableOf(draft, name)
    for (const [column, definition] of Object.entries(schema.columns)) {
      takeColumn(draft, table, column, definition, ['columns', column], known)
    }
    for (const [i, definition] of (schema.index ?? []).entries()) {
      const reason = 'an index without a name is no column of a file'
      if (definition.name) takeColumn(draft, table, definition.name, definition, ['index', i], known)
      else draft.left.push({ rule: 'the index', reason, path: ['index', i] })
    }
    const add = (expectation: string, args: Record<string, unknown>, key: string) =>
      expect(draft, table, { expectation, args, rule: key, path: [key] }, known)
    const columns = Object.keys(schema.columns)
    if (schema.strict === true)
      add('expect_table_columns_to_match_set', { column_set: columns, exact_match: true }, 'strict')
    if (schema.ordered) add('expect_table_columns_to_match_ordered_list', { column_list: columns }, 'ordered')
    if (schema.unique)
      table.quality.push({ metric: 'duplicateValues', arguments: { properties: schema.unique }, mustBe: 0 })
    const checks = [...named(schema.checks), ...Object.entries(schema).filter(([key]) => !SCHEMA_KEYS.has(key))]
    for (const [check] of checks) {
      draft.left.push({ rule: `check ${check}`, reason: 'checks of a whole table are Python', path: ['checks'] })
    }
    return draft
  },
})

function takeColumn(
  draft: ContractDraft,
  table: TableDraft,
  name: string,
  column: Column,
  path: readonly PropertyKey[],
  known: KnownExpectations,
): void {
  if (column.regex) {
    const reason = 'it stands for all columns that match a pattern'
    draft.left.push({ rule: `column '${name}'`, reason, path })
    return
  }
  const property = propertyOf(table, name)
  takeType(draft, property, column, path)
  if (!column.nullable) property.required = true
  if (column.unique) property.unique = true
  if (column.description) property.description = column.description
  if (!column.required) {
    draft.left.push({
      rule: `required: false of '${name}'`,
      reason: 'a column of a contract must be there',
      path: [...path, 'required'],
    })
  }
  const checks = [...named(column.checks), ...Object.entries(column).filter(([key]) => !KEYS.has(key))]
  for (const [check, argument] of checks) {
    const rule = `${check} of '${name}'`
    const read = panderaCheck(check, argument)
    const at = [...path, check]
    if (read) expect(draft, table, { ...read, property, rule, path: at }, known)
    else draft.left.push({ rule, reason: 'it is no check of Pandera itself, or its arguments are not known', path: at })
  }
}

function takeType(
  draft: ContractDraft,
  property: PropertyDraft,
  { dtype }: Column,
  path: readonly PropertyKey[],
): void {
  if (!dtype) return
  const type = logicalTypeFor(dtype)
  if (type !== undefined) property.logicalType = type
  else {
    const reason = 'the standard has no such type'
    draft.left.push({ rule: `dtype ${dtype} of '${property.name}'`, reason, path: [...path, 'dtype'] })
  }
}
