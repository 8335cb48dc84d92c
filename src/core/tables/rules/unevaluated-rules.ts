import type { BoundTable } from '../bind-table.ts'
import type { Column } from '../column.ts'
import { argumentsOf, Implementation } from '../contract/implementation.ts'
import { metricOf, type QualityRule } from '../contract/quality.ts'
import type { Rule } from '../define-check.ts'
import { unknownOffset } from '../temporal/unknown-offset.ts'
import { formatJudge } from '../values/formats.ts'
import { shown } from '../wording/shown.ts'
import { filesOf } from './other-tables.ts'
import { placedRules } from './quality-rules.ts'
import { relationshipsOf, resolve } from './relationship-rules.ts'
import { isEvaluable } from './sql-rules.ts'

/** A demand of the contract that no check takes up, and why. */
export interface UnevaluatedRule extends Rule {
  readonly reason: string
  readonly hint: string
  /** Whether the gate may not pass without it. */
  readonly blocks: boolean
}

/** Everything the contract demands of the file that no check takes up. */
export function unevaluatedRules(table: BoundTable): UnevaluatedRule[] {
  return [
    ...qualityRules(table),
    ...table.columns.flatMap(column => ofColumn(table, column)),
    ...relationships(table),
    ...missingOthers(table),
  ]
}

function qualityRules(table: BoundTable): UnevaluatedRule[] {
  return placedRules(table)
    .filter(({ quality }) => metricOf(quality) === undefined && quality.engine !== 'proofmark')
    .filter(placed => !isEvaluable(table, placed))
    .map(({ quality, column, line }) => {
      const kind = quality.type ?? 'library'
      const name = nameOf(quality)
      return {
        id: [column?.name, quality.id ?? `${kind}-rule`].filter(part => part !== undefined).join('.'),
        title: `Rule ${shown(name)} holds`,
        table,
        ...(column ? { column } : {}),
        line,
        reason: `The rule ${shown(name)} of type ${kind} was not evaluated`,
        hint: 'Write it as a rule of the library (rowCount, nullValues, invalidValues …), or check it elsewhere',
        blocks: quality.severity?.toLowerCase() === 'error',
      }
    })
}

const nameOf = ({ name, id, description, rule, query, engine, type }: QualityRule): string =>
  name ?? id ?? description ?? rule ?? query ?? engine ?? type ?? 'without a name'

function ofColumn(table: BoundTable, column: Column): UnevaluatedRule[] {
  const base = { table, column, hint: 'Say it in a way Proofmark reads, or check it elsewhere' }
  const name = shown(column.name)
  const { format } = column.options
  const zone = unknownOffset(column)
  return [
    ...(column.unsupported === undefined
      ? []
      : [
          {
            ...base,
            id: `${column.name}.type`,
            title: `Every value of ${name} is ${column.type.noun}`,
            line: column.lineOf('logicalType'),
            reason: `Type and limits of ${name} were not evaluated: ${column.unsupported}`,
            blocks: true,
          },
        ]),
    ...(zone === undefined
      ? []
      : [
          {
            ...base,
            id: `${column.name}.range`,
            title: `Every value of ${name} is within the limits`,
            line: column.lineOf('logicalTypeOptions', 'defaultTimezone'),
            reason: `The limits of ${name} were not evaluated: they need the offset of ${shown(zone)} from UTC`,
            hint: 'Write values and limits with their offset, and set timezone: true',
            blocks: true,
          },
        ]),
    ...(format === undefined || column.reader?.zoned || column.unsupported !== undefined || formatJudge(column)
      ? []
      : [
          {
            ...base,
            id: `${column.name}.format`,
            title: `Every value of ${name} has the format ${shown(format)}`,
            line: column.lineOf('logicalTypeOptions', 'format'),
            reason: `The format ${shown(format)} of ${name} was not evaluated`,
            hint: 'Use email, uuid, uri, hostname, ipv4 or ipv6 for a text, i8 to u128 for an integer, f32 or f64 for a number',
            blocks: false,
          },
        ]),
  ]
}

function relationships(table: BoundTable): UnevaluatedRule[] {
  return relationshipsOf(table).flatMap(placed => {
    const resolved = resolve(placed, table, table.all)
    if (typeof resolved !== 'string') return []
    const { column, line } = placed
    return [
      {
        id: column ? `${column.name}.relationship` : 'relationship',
        title: 'The relationship to another table holds',
        table,
        line,
        ...(column ? { column } : {}),
        reason: `The relationship to ${placed.to.join(', ')} was not evaluated: ${resolved}`,
        hint: 'Give the files of both tables under data.files, and write the keys as table.column',
        blocks: true,
      },
    ]
  })
}

/** Rules that hold a table against another that no file was given for. */
function missingOthers(table: BoundTable): UnevaluatedRule[] {
  return placedRules(table).flatMap(({ quality, column, line }) => {
    const read = quality.engine === 'proofmark' ? Implementation.safeParse(quality.implementation) : undefined
    const other = read?.success ? argumentsOf(read.data).other_table : undefined
    if (typeof other !== 'string' || filesOf(table.all, other).length > 0) return []
    const name = read?.data?.expectation ?? ''
    return [
      {
        id: [column?.name, quality.id ?? 'other-table'].filter(part => part !== undefined).join('.'),
        title: `Rule ${shown(name)} holds`,
        table,
        ...(column ? { column } : {}),
        line,
        reason: `The rule ${shown(name)} was not evaluated: no file was given for ${shown(other)}`,
        hint: 'Give the files of both tables under data.files',
        blocks: true,
      },
    ]
  })
}
