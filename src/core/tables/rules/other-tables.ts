import type { BoundTable } from '../bind-table.ts'
import type { Column } from '../column.ts'

/** The files of the table of that name. */
export const filesOf = (all: readonly BoundTable[], name: string): BoundTable[] =>
  all.filter(({ object }) => object.name === name)

/** The columns of these names, by the names the contract gives them; undefined where one is missing. */
export function columnsNamed({ columns }: BoundTable, names: readonly string[]): Column[] | undefined {
  const found = names.flatMap(name => columns.find(({ property }) => property.name === name) ?? [])
  return found.length === names.length ? found : undefined
}
