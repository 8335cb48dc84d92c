import { isEngineAddress } from '../core/pushdown/engine-table.ts'
import type { Tables } from '../ports.ts'
import type { EngineWorld } from './tables-there.ts'

/** Tables on engines by their address, loaded when one is met; all others as before. */
export function engineTables(local: Tables, world: EngineWorld): Tables {
  let known: Promise<Tables> | undefined
  const there = () => {
    known ??= import('./tables-there.ts').then(({ tablesThere }) => tablesThere(world))
    return known
  }
  const of = async (path: string) => (isEngineAddress(path) ? there() : local)
  return {
    open: async (path, dialect) => (await of(path)).open(path, dialect),
    measure: async (path, job, options) => (await of(path)).measure(path, job, options),
    find: (path, header, dialect) => async places => (await of(path)).find(path, header, dialect)(places),
  }
}
