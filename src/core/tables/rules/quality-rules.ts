import type { BoundTable } from '../bind-table.ts'
import type { Column } from '../column.ts'
import { type Limit, OPERATORS, type Operator } from '../contract/operators.ts'
import { type Metric, metricOf, operatorsOf, type QualityRule } from '../contract/quality.ts'
import type { Rule } from '../define-check.ts'

/** A rule of the standard's library, for one operator of it. */
export interface MetricRule extends Rule {
  readonly quality: QualityRule
  readonly operator: Operator
  readonly limit: Limit
  readonly unit: 'rows' | 'percent'
  /** Columns it speaks of; none for the table as a whole. */
  readonly columns: readonly Column[]
}

/** A rule under `quality`, with the column it stands under. */
export interface PlacedRule {
  readonly quality: QualityRule
  readonly column?: Column
  readonly line: number
}

/** All rules of the table and of the columns that the file has. */
export function placedRules(table: BoundTable): PlacedRule[] {
  const ofTable = (table.object.quality ?? []).map((quality, i) => ({ quality, line: table.lineOf('quality', i) }))
  const ofColumns = table.columns.flatMap(column =>
    (column.property.quality ?? []).map((quality, i) => ({ quality, column, line: column.lineOf('quality', i) })),
  )
  return [...ofTable, ...ofColumns]
}

/** The rules that ask for this metric; `subject` begins the title, which the operator ends. */
export function metricRules(table: BoundTable, metric: Metric, subject: (rule: PlacedRule) => string): MetricRule[] {
  return placedRules(table)
    .filter(({ quality }) => metricOf(quality) === metric)
    .flatMap(placed => {
      const columns = columnsOf(table, placed)
      const unit = placed.quality.unit === 'percent' ? 'percent' : 'rows'
      if (!columns) return []
      return operatorsOf(placed.quality).map(({ name, limit }) => ({
        ...placed,
        id: [placed.column?.name, placed.quality.id ?? kebab(metric)].filter(part => part !== undefined).join('.'),
        title: `${subject(placed)}: ${OPERATORS[name].words(limit)}${unit === 'percent' ? ' percent' : ''}`,
        table,
        operator: OPERATORS[name],
        limit,
        unit,
        columns,
        ...(placed.quality.severity === undefined ? {} : { severity: placed.quality.severity }),
      }))
    })
}

/** Undefined where one is missing from the file, which the check of columns tells. */
function columnsOf(table: BoundTable, { quality, column }: PlacedRule): Column[] | undefined {
  if (column) return [column]
  const names = quality.arguments?.properties ?? []
  const found = names.flatMap(name => table.columns.find(({ property }) => property.name === name) ?? [])
  return found.length === names.length ? found : undefined
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
