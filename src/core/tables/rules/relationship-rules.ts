import type { BoundTable } from '../bind-table.ts'
import type { Column } from '../column.ts'
import { partsOf, type Relationship } from '../contract/relationship.ts'
import { listed } from '../wording/listed.ts'
import { columnsNamed, filesOf } from './other-tables.ts'

/** A relationship of a file, with where it stands in the contract. */
export interface PlacedRelationship {
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly line: number
  readonly column?: Column
}

/** A relationship whose both sides are files of the run. */
export interface ResolvedRelationship extends PlacedRelationship {
  readonly columns: readonly Column[]
  readonly parents: readonly { readonly table: BoundTable; readonly columns: readonly Column[] }[]
  /** What is referred to, for a sentence. */
  readonly words: string
}

/** The relationships that the contract declares for a table and its columns. */
export function relationshipsOf(table: BoundTable): PlacedRelationship[] {
  const own = (name: string) => `${table.object.name}.${name}`
  return [
    ...(table.object.relationships ?? []).map((relationship, i) => ({
      from: relationship.from ?? [],
      to: relationship.to,
      line: table.lineOf('relationships', i),
    })),
    ...table.columns.flatMap(column =>
      (column.property.relationships ?? []).map((relationship: Relationship, i: number) => ({
        from: [own(column.property.name)],
        to: relationship.to,
        line: column.lineOf('relationships', i),
        column,
      })),
    ),
  ]
}

/** Both sides of a relationship; or why it cannot be evaluated. */
export function resolve(
  relationship: PlacedRelationship,
  table: BoundTable,
  all: readonly BoundTable[],
): ResolvedRelationship | string {
  const from = relationship.from.map(reference => partsOf(reference) ?? { table: table.object.name, column: reference })
  const to = relationship.to.map(partsOf)
  const [first] = to
  if (!first || to.some(part => part?.table !== first.table))
    return 'what it refers to is not written table.column, of one table'
  if (from.length === 0 || from.some(part => part.table !== table.object.name))
    return 'it does not start from this table'
  const columns = columnsNamed(
    table,
    from.map(({ column }) => column),
  )
  if (!columns) return 'the file lacks a column that it starts from'
  const names = to.flatMap(part => part?.column ?? [])
  const files = filesOf(all, first.table)
  if (files.length === 0) return `no file was given for ${first.table}`
  const parents = files.flatMap(parent => {
    const found = columnsNamed(parent, names)
    return found ? [{ table: parent, columns: found }] : []
  })
  if (parents.length < files.length) return `a file of ${first.table} lacks ${listed(names)}`
  return { ...relationship, columns, parents, words: `${listed(names)} of ${first.table}` }
}
