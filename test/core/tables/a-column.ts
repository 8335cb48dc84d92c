import type { Column } from '../../../src/core/tables/column.ts'
import type { LogicalType } from '../../../src/core/tables/types/define-type.ts'

/** The first column of a table, of a type. */
export function aColumn(name: string, type: LogicalType, index = 0): Column {
  const reader = type.reader({})
  return {
    name,
    index,
    property: { name },
    options: {},
    type,
    reader: reader && 'read' in reader ? reader : undefined,
    unsupported: undefined,
    sensitive: false,
    lineOf: () => 1,
  }
}
