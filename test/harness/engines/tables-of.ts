import { USUAL_PUSHDOWN } from '../../../src/core/pushdown/limits.ts'
import { allEngines } from '../../../src/engines/all-engines.ts'
import { engineTables } from '../../../src/engines/engine-tables.ts'
import type { EngineWorld } from '../../../src/engines/tables-there.ts'
import { localFiles } from '../../../src/files/local-files.ts'
import type { Engine } from '../../../src/ports/engine.ts'
import type { Tables } from '../../../src/ports.ts'
import { localTables } from '../../../src/tables/local-tables.ts'

/** Who hears of statements, who asks them, and what happens meanwhile. */
export interface Watching {
  told?(text: string): void
  readonly environment?: Readonly<Record<string, string>>
  /** Called, and waited for, before each statement. */
  meanwhile?(purpose: string): Promise<void>
  /** In place of every engine. */
  readonly instead?: Engine | undefined
}

/** The tables of a folder and on engines; of large ones no row may be fetched, so that everything is asked in SQL. */
export const tablesOf = (
  root: string,
  limits: Partial<typeof USUAL_PUSHDOWN> = { rows: 0 },
  { told = () => {}, environment = {}, meanwhile, instead }: Watching = {},
): Tables =>
  engineTables(localTables(root, 1), {
    engines: instead ? answering(instead) : watched(allEngines({ root }, environment), meanwhile),
    limits: { ...USUAL_PUSHDOWN, ...limits },
    files: localFiles(root),
    progress: told,
  })

/** The same, with one digest for whatever is measured: what is drawn at random is drawn alike, wherever the rows are. */
export function alike(tables: Tables): Tables {
  return {
    ...tables,
    async measure(path, job, options) {
      const measured = await tables.measure(path, job, options)
      return {
        ...measured,
        material: role => ({
          name: role,
          role,
          digest: { sha256: 'a'.repeat(64) },
          bytes: 1,
          rows: measured.material(role).rows,
        }),
      }
    },
  }
}

const answering = (engine: Engine): EngineWorld['engines'] => {
  const load = async () => engine
  return { duckdb: load, trino: load, clickhouse: load, postgres: load, spark: load, databricks: load }
}

/** Engines whose statements something happens before. */
function watched(engines: EngineWorld['engines'], meanwhile: Watching['meanwhile']): EngineWorld['engines'] {
  if (!meanwhile) return engines
  const one = (open: () => Promise<Engine>) => async (): Promise<Engine> => {
    const engine = await open()
    return {
      async open(table) {
        const session = await engine.open(table)
        return {
          ...session,
          async query(statement, hears) {
            await meanwhile(statement.purpose)
            return session.query(statement, hears)
          },
        }
      },
    }
  }
  return {
    ...engines,
    duckdb: one(engines.duckdb),
    trino: one(engines.trino),
    postgres: one(engines.postgres),
    spark: one(engines.spark),
  }
}
