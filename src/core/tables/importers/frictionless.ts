import { z } from 'zod'
import {
  type ContractDraft,
  draftContract,
  type PropertyDraft,
  propertyOf,
  type TableDraft,
  tableOf,
} from '../drafts/draft.ts'
import { dialectOf } from '../importing/frictionless/dialect-of.ts'
import { strptimeFormat } from '../importing/frictionless/strptime-format.ts'
import { defineImporter } from '../importing/importer.ts'

const Scalar = z.union([z.string(), z.number(), z.boolean()])
const Constraints = z.looseObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  minimum: Scalar.optional(),
  maximum: Scalar.optional(),
  exclusiveMinimum: Scalar.optional(),
  exclusiveMaximum: Scalar.optional(),
  pattern: z.string().optional(),
  enum: z.array(Scalar).optional(),
})
const Field = z.looseObject({
  name: z.string(),
  type: z.string().default('any'),
  format: z.string().default('default'),
  description: z.string().optional(),
  constraints: Constraints.default({}),
})
const names = z.union([z.string().transform(name => [name]), z.array(z.string())])
const ForeignKey = z.looseObject({
  fields: names,
  reference: z.looseObject({ resource: z.string().default(''), fields: names }),
})
const TableSchema = z.looseObject({
  fields: z.array(Field),
  primaryKey: names.optional(),
  uniqueKeys: z.array(names).optional(),
  foreignKeys: z.array(ForeignKey).optional(),
  missingValues: z.array(z.unknown()).optional(),
})
const Resource = z.looseObject({
  name: z.string(),
  path: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  encoding: z.string().optional(),
  dialect: z.unknown().optional(),
  schema: z.unknown(),
})
const Package = z.looseObject({ name: z.string().optional(), resources: z.array(Resource).min(1) })

type Field = z.infer<typeof Field>
type TableSchema = z.infer<typeof TableSchema>
type Path = readonly PropertyKey[]

/** Logical types of the standard for the types of Table Schema that have one. */
const TYPES: Readonly<Record<string, PropertyDraft['logicalType']>> = {
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  object: 'object',
  array: 'array',
  list: 'array',
  date: 'date',
  time: 'time',
  datetime: 'timestamp',
  year: 'integer',
}
/** Nothing is said of how a file is written. */
const NONE: ReadonlySet<string> = new Set()
/** Formats of texts that both know. */
const FORMATS: ReadonlySet<string> = new Set(['email', 'uri', 'uuid'])
/** Properties of a field that say how its cells are written; each would have to be undone before the cell is read. */
const WRITTEN = ['decimalChar', 'groupChar', 'bareNumber', 'trueValues', 'falseValues', 'missingValues'] as const

/** Frictionless Table Schemas, and Data Packages of several tables, v1 and v2. */
export const frictionless = defineImporter({
  id: 'frictionless',
  title: 'a Frictionless Table Schema or Data Package',
  recognise: value => TableSchema.safeParse(value).success || Package.safeParse(value).success,
  read(document, fallback) {
    const several = Package.safeParse(document.value)
    if (!several.success) {
      const draft = draftContract(fallback)
      takeSchema(draft, tableOf(draft, fallback), TableSchema.parse(document.value), [], NONE)
      return draft
    }
    const draft = draftContract(several.data.name ?? fallback)
    const folder = document.name.split('/').slice(0, -1)
    for (const [i, { name, path, description, schema, dialect, encoding }] of several.data.resources.entries()) {
      const table = tableOf(draft, name)
      const [file, ...others] = [path ?? []].flat()
      if (file !== undefined && others.length === 0) table.physicalName = file.split('/').at(-1) ?? file
      if (description !== undefined) table.description = description
      const read = TableSchema.safeParse(schema)
      const { fields = [], missingValues = [] } = read.data ?? {}
      const written = dialectOf({ dialect, encoding, fields, missingValues })
      const isTaken = file !== undefined && Object.keys(written.dialect).length > 0
      if (isTaken)
        for (const each of [path ?? []].flat()) draft.dialects.set([...folder, each].join('/'), written.dialect)
      for (const { key, reason } of written.left)
        draft.left.push({ rule: `${key} of the dialect of '${name}'`, reason, path: ['resources', i, 'dialect', key] })
      const taken = file === undefined ? NONE : written.taken
      if (read.success) takeSchema(draft, table, read.data, ['resources', i, 'schema'], taken)
      else {
        const reason = typeof schema === 'string' ? `it is in another file, ${schema}` : 'it lists no fields'
        draft.left.push({ rule: `the schema of '${name}'`, reason, path: ['resources', i, 'schema'] })
      }
    }
    return draft
  },
})

function takeSchema(
  draft: ContractDraft,
  table: TableDraft,
  schema: TableSchema,
  path: Path,
  taken: ReadonlySet<string>,
): void {
  for (const [i, field] of schema.fields.entries()) takeField(draft, table, field, [...path, 'fields', i], taken)
  for (const [i, name] of (schema.primaryKey ?? []).entries()) {
    Object.assign(propertyOf(table, name), { primaryKey: true, primaryKeyPosition: i + 1 })
  }
  for (const key of schema.uniqueKeys ?? []) {
    const [only, ...others] = key
    if (only !== undefined && others.length === 0) propertyOf(table, only).unique = true
    else table.quality.push({ metric: 'duplicateValues', arguments: { properties: key }, mustBe: 0 })
  }
  for (const { fields, reference } of schema.foreignKeys ?? []) {
    const to = reference.fields.map(name => `${reference.resource || table.name}.${name}`)
    table.relationships.push({ from: fields.map(name => `${table.name}.${name}`), to })
  }
  const tokens = (schema.missingValues ?? ['']).filter(token => token !== '')
  if (tokens.length > 0 && !taken.has('missingValues')) {
    const reason = 'a contract has no words for null: declare them under data.dialects in proofmark.yml'
    draft.left.push({
      rule: `missingValues ${tokens.map(String).join(', ')}`,
      reason,
      path: [...path, 'missingValues'],
    })
  }
}

function takeField(
  draft: ContractDraft,
  table: TableDraft,
  field: Field,
  path: Path,
  taken: ReadonlySet<string>,
): void {
  const { name, type, format, description, constraints } = field
  const property = propertyOf(table, name)
  const leave = (rule: string, reason: string, at: PropertyKey) =>
    draft.left.push({ rule: `${rule} of '${name}'`, reason, path: [...path, at] })
  const logicalType = TYPES[type]
  if (logicalType !== undefined) property.logicalType = logicalType
  else if (type !== 'any') leave(`type ${type}`, 'the standard has no such type', 'type')
  if (description !== undefined) property.description = description
  const options = property.logicalTypeOptions

  if (format !== 'default' && format !== 'any') {
    const pattern = strptimeFormat(format)
    if (type === 'string' && FORMATS.has(format)) options.format = format
    else if (/^(date|datetime|time)$/.test(type) && pattern !== undefined) options.format = pattern
    else leave(`format ${format}`, 'the standard has no such format', 'format')
  }
  for (const key of WRITTEN) {
    const given = field[key]
    const reason = 'how cells are written is no matter of a contract: declare it under data.dialects in proofmark.yml'
    if (given !== undefined && !taken.has(key)) leave(key, reason, key)
  }
  if (constraints.required) property.required = true
  if (constraints.unique) property.unique = true
  const numeric = logicalType === 'integer' || logicalType === 'number'
  for (const key of ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const) {
    const bound = constraints[key]
    if (bound === undefined) continue
    const value = numeric ? Number(bound) : String(bound)
    if (typeof bound === 'boolean' || Number.isNaN(value))
      leave(`${key} ${bound}`, 'it is no value of the type', 'constraints')
    else options[key] = value
  }
  for (const key of ['minLength', 'maxLength'] as const) {
    const bound = constraints[key]
    if (bound !== undefined && logicalType === 'string') options[key] = bound
    else if (bound !== undefined) leave(`${key} ${bound}`, 'only a text has a length', 'constraints')
  }
  // A pattern of XML Schema is of the whole value.
  if (constraints.pattern !== undefined) {
    if (logicalType === 'string') options.pattern = `^(?:${constraints.pattern})$`
    else {
      const pattern = `^(?:${constraints.pattern})$`
      property.quality.push({ metric: 'invalidValues', arguments: { pattern }, mustBe: 0 })
    }
  }
  if (constraints.enum) {
    property.quality.push({ metric: 'invalidValues', arguments: { validValues: constraints.enum }, mustBe: 0 })
  }
  if (constraints.jsonSchema !== undefined) leave('jsonSchema', 'cells hold no structures', 'constraints')
}
