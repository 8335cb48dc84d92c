import { z } from 'zod'
import {
  type ContractDraft,
  draftContract,
  type PropertyDraft,
  propertyOf,
  type TableDraft,
  tableOf,
} from '../drafts/draft.ts'
import { dbtTest } from '../importing/dbt/test.ts'
import { tolerance } from '../importing/dbt/tolerance.ts'
import { expect } from '../importing/expect.ts'
import { defineImporter, type KnownExpectations } from '../importing/importer.ts'
import { logicalTypeFor } from '../importing/logical-type-for.ts'
import { named } from '../importing/named.ts'

const Tests = { tests: z.unknown().optional(), data_tests: z.unknown().optional() }
const Column = z.looseObject({
  name: z.string(),
  data_type: z.string().nullish(),
  description: z.string().nullish(),
  constraints: z.array(z.looseObject({ type: z.string() })).nullish(),
  ...Tests,
})
const Model = z.looseObject({
  name: z.string(),
  description: z.string().nullish(),
  columns: z.array(Column).nullish(),
  ...Tests,
})
const Models = z.array(Model).nullish()
const Properties = z
  .looseObject({
    models: Models,
    seeds: Models,
    snapshots: Models,
    sources: z.array(z.looseObject({ tables: Models })).nullish(),
  })
  .refine(({ models, seeds, snapshots, sources }) => models ?? seeds ?? snapshots ?? sources)

type Path = readonly PropertyKey[]

/** Property files of dbt (`schema.yml`): columns, constraints and generic tests, of dbt itself, dbt_utils and dbt_expectations. */
export const dbt = defineImporter({
  id: 'dbt',
  title: 'a dbt properties file',
  recognise: value => Properties.safeParse(value).success,
  read(document, name, known) {
    const read = Properties.parse(document.value)
    const draft = draftContract(name)
    for (const kind of ['models', 'seeds', 'snapshots'] as const) {
      for (const [i, model] of (read[kind] ?? []).entries()) takeModel(draft, model, [kind, i], known)
    }
    for (const [i, source] of (read.sources ?? []).entries()) {
      for (const [j, table] of (source.tables ?? []).entries()) {
        takeModel(draft, table, ['sources', i, 'tables', j], known)
      }
    }
    return draft
  },
})

function takeModel(draft: ContractDraft, model: z.infer<typeof Model>, path: Path, known: KnownExpectations): void {
  const table = tableOf(draft, model.name)
  if (model.description) table.description = model.description
  for (const [i, column] of (model.columns ?? []).entries()) {
    const property = propertyOf(table, column.name)
    const at = [...path, 'columns', i]
    if (column.description) property.description = column.description
    takeType(draft, property, column.data_type ?? undefined, at)
    for (const { type } of column.constraints ?? []) takeConstraint(draft, property, type, [...at, 'constraints'])
    takeTests(draft, table, property, column, at, known)
  }
  takeTests(draft, table, undefined, model, path, known)
}

function takeType(draft: ContractDraft, property: PropertyDraft, type: string | undefined, path: Path): void {
  if (type === undefined) return
  const logicalType = logicalTypeFor(type)
  if (logicalType !== undefined) property.logicalType = logicalType
  else
    draft.left.push({ rule: `data_type ${type} of '${property.name}'`, reason: 'the standard has no such type', path })
}

function takeConstraint(draft: ContractDraft, property: PropertyDraft, type: string, path: Path): void {
  if (type === 'not_null') property.required = true
  else if (type === 'unique') property.unique = true
  else if (type === 'primary_key') property.primaryKey = true
  else {
    const reason = 'it is SQL of one database'
    draft.left.push({ rule: `constraint ${type} of '${property.name}'`, reason, path })
  }
}

function takeTests(
  draft: ContractDraft,
  table: TableDraft,
  property: PropertyDraft | undefined,
  { tests, data_tests }: { readonly tests?: unknown; readonly data_tests?: unknown },
  path: Path,
  known: KnownExpectations,
): void {
  const all = [
    ...named(tests).map(test => ({ test, key: 'tests' })),
    ...named(data_tests).map(test => ({ test, key: 'data_tests' })),
  ]
  for (const {
    test: [name, given],
    key,
  } of all) {
    const rule = property ? `${name} of '${property.name}'` : name
    const at = [...path, key]
    const leave = (reason: string) => draft.left.push({ rule, reason, path: at })
    const read = dbtTest(name, given, property?.name)
    if ('reason' in read) leave(read.reason)
    else if ('native' in read && property && read.config.severity === undefined) property[read.native] = true
    else if ('to' in read && property) {
      table.relationships.push({ from: [`${table.name}.${property.name}`], to: [read.to] })
    } else if ('expectation' in read) {
      const { where, severity, warn_if, error_if } = read.config
      const limits = tolerance(warn_if, error_if)
      if ('reason' in limits) leave(limits.reason)
      else {
        const conditions = [read.args.where, where].filter(each => each !== undefined)
        const both = conditions.length > 1 ? conditions.map(each => `(${each})`).join(' and ') : conditions[0]
        const args = { ...read.args, where: both, ...limits }
        const wanted = { expectation: read.expectation, args, severity, rule, path: at }
        expect(draft, table, { ...wanted, ...(property && !read.ofTable ? { property } : {}) }, known)
      }
    } else leave('it cannot be said of a table')
  }
}
