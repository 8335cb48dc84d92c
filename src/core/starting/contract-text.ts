import { counted } from '../model/format.ts'
import type { ColumnProfile } from './column-profile.ts'
import { keyColumn } from './identifier.ts'
import { isPersonal } from './personal-data.ts'
import type { TableProfile } from './table-profile.ts'
import { yamlComment, yamlScalar } from './yaml-scalar.ts'

/** A column with more values than this lists none … */
const MOST_CATEGORIES = 20
/** … and one whose values recur less often than this on average may have others yet. */
const ROWS_PER_CATEGORY = 10

/** A starting ODCS v3.1 contract that this very table keeps: types, what is never empty, the key, categories, no negative numbers. */
export function contractText(table: TableProfile): string {
  const name = (table.path.split('/').at(-1) ?? table.path).replace(/(?<=.)\.[^.]*$/, '')
  const key = keyColumn(table)
  const about = table.complete
    ? `What ${table.path} must look like: an ODCS v3.1 contract that its ${counted(table.rows, 'row')} keep today.`
    : `What ${table.path} must look like: an ODCS v3.1 contract, from its first ${counted(table.rows, 'row')} alone.`
  return `${[
    ...yamlComment(about),
    ...yamlComment(
      '`proofmark init` wrote it: loosen what held by chance, add what must hold. Values of columns whose',
    ),
    ...yamlComment('classification is restricted appear in no report.'),
    'apiVersion: v3.1.0',
    'kind: DataContract',
    `id: ${yamlScalar(`${name}-contract`)}`,
    `name: ${yamlScalar(name)}`,
    'version: 0.1.0',
    'status: draft',
    'schema:',
    `  - name: ${yamlScalar(name)}`,
    '    logicalType: object',
    '    physicalType: file',
    '    quality:',
    '      - metric: rowCount',
    '        mustBeGreaterThan: 0',
    '    properties:',
    ...table.columns.flatMap(column => property(column, column === key)),
  ].join('\n')}\n`
}

function property(column: ColumnProfile, isKey: boolean): string[] {
  const personal = isPersonal(column.name)
  const categories = personal || isKey ? [] : categoriesOf(column)
  return [
    `      - name: ${yamlScalar(column.name)}`,
    ...(column.kind === 'empty' ? [] : [`        logicalType: ${column.kind === 'text' ? 'string' : column.kind}`]),
    ...(column.nulls === 0 && column.filled > 0 ? ['        required: true'] : []),
    ...(isKey ? ['        unique: true', '        primaryKey: true', '        primaryKeyPosition: 1'] : []),
    ...(personal ? ['        classification: restricted'] : []),
    ...(column.least !== undefined && column.least >= 0 ? ['        logicalTypeOptions:', '          minimum: 0'] : []),
    ...(categories.length > 0
      ? [
          '        quality:',
          '          - metric: invalidValues',
          '            mustBe: 0',
          '            arguments:',
          '              validValues:',
          ...categories.map(value => `                - ${yamlScalar(value)}`),
        ]
      : []),
  ]
}

/** The values of a column of texts that recur. */
function categoriesOf({ kind, values, filled }: ColumnProfile): string[] {
  if (kind !== 'text' || !values || values.size > MOST_CATEGORIES || filled < values.size * ROWS_PER_CATEGORY) return []
  return [...values.keys()].toSorted()
}
