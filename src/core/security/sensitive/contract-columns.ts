import { isSensitive } from '../../tables/column.ts'
import type { Property } from '../../tables/contract/property.ts'
import type { ReadContract } from '../../tables/contract/read-contract.ts'

/** What the contract says of a file's columns, by their name in it: the table the file is named after, else every table of the contract together. */
export function contractColumns(contract: ReadContract | undefined, file: string): ReadonlyMap<string, Property> {
  const tables = contract?.tables ?? []
  const full = file.split('/').at(-1) ?? file
  const stem = full.replace(/\.[^.]+$/, '')
  const own = tables.filter(({ object }) =>
    [object.name, object.physicalName].some(name => name === full || name === stem),
  )
  const columns = new Map<string, Property>()
  for (const { object } of own.length === 1 ? own : tables)
    for (const property of object.properties ?? [])
      for (const name of [property.name, property.physicalName])
        if (name !== undefined && prefer(property, columns.get(name))) columns.set(name, property)
  return columns
}

/** Of two tables' columns of one name, the one that is classified. */
const prefer = (property: Property, known: Property | undefined): boolean =>
  known === undefined || (isSensitive(property) && !isSensitive(known))
