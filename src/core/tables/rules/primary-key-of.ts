import type { BoundTable } from '../bind-table.ts'
import type { Column } from '../column.ts'

/** The columns of the primary key by `primaryKeyPosition`; those without one last, in the contract's order. */
export function primaryKeyOf({ columns, object }: BoundTable): Column[] {
  const order = (object.properties ?? []).map(property => property.name)
  const position = ({ property }: Column) => {
    const given = property.primaryKeyPosition ?? -1
    return given > 0 ? given : Number.MAX_SAFE_INTEGER
  }
  return columns
    .filter(column => column.property.primaryKey)
    .toSorted((a, b) => position(a) - position(b) || order.indexOf(a.property.name) - order.indexOf(b.property.name))
}
