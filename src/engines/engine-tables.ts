import { isEngineAddress } from '../core/pushdown/engine-table.ts'
import type { Tables } from '../ports.ts'
import { tablesLater } from './tables-later.ts'
import type { EngineWorld } from './tables-there.ts'

/** Tables on engines by their address; all others as before. */
export function engineTables(local: Tables, world: EngineWorld): Tables {
  const there = tablesLater(async () => (await import('./tables-there.ts')).tablesThere(world))
  const of = (path: string) => (isEngineAddress(path) ? there : local)
  return {
    open: (path, dialect) => of(path).open(path, dialect),
    measure: (path, job, options) => of(path).measure(path, job, options),
    find: (path, header, dialect) => of(path).find(path, header, dialect),
  }
}
