import { isSensitive } from './column.ts'
import type { ReadContract } from './contract/read-contract.ts'

/** Names of the columns that any table of the contract classifies as sensitive, as a file's header may have them. */
export function sensitiveColumns({ tables }: ReadContract): ReadonlySet<string> {
  const properties = tables.flatMap(({ object }) => object.properties ?? []).filter(isSensitive)
  return new Set(
    properties.flatMap(({ name, physicalName }) => [name, ...(physicalName === undefined ? [] : [physicalName])]),
  )
}
