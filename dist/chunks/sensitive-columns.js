import { i as isSensitive } from './read-contract.js';

/** Names of the columns that any table of the contract classifies as sensitive, as a file's header may have them. */
function sensitiveColumns({ tables }              )                      {
  const properties = tables.flatMap(({ object }) => object.properties ?? []).filter(isSensitive);
  return new Set(
    properties.flatMap(({ name, physicalName }) => [name, ...(physicalName === undefined ? [] : [physicalName])]),
  )
}

export { sensitiveColumns as s };
