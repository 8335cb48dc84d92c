import type { TableThere } from '../core/pushdown/table-there.ts'

/**
 * A table with its columns by the names that they are asked for under, where an engine does not tell capital letters from small ones, and
 * lists the small: to it both are the same name. A name that two askers share, but for that, stays as it is.
 */
export function namedAs(there: TableThere, asked: readonly string[]): TableThere {
  if (!there.dialect.ignoresCase) return there
  const known = new Set(there.columns.map(({ name }) => name))
  const wanted = new Map<string, string[]>()
  for (const name of new Set(asked)) {
    if (known.has(name)) continue
    wanted.set(name.toLowerCase(), [...(wanted.get(name.toLowerCase()) ?? []), name])
  }
  const as = (name: string): string => {
    const [other, ...more] = wanted.get(name) ?? []
    return other === undefined || more.length > 0 ? name : other
  }
  const { key, partition } = there.table
  return {
    ...there,
    columns: there.columns.map(column => ({ ...column, name: as(column.name) })),
    table: {
      ...there.table,
      ...(key === undefined ? {} : { key: as(key) }),
      ...(partition === undefined ? {} : { partition: as(partition) }),
    },
  }
}
