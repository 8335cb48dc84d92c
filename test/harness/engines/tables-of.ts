import { USUAL_PUSHDOWN } from '../../../src/core/pushdown/limits.ts'
import { allEngines } from '../../../src/engines/all-engines.ts'
import { engineTables } from '../../../src/engines/engine-tables.ts'
import { localFiles } from '../../../src/files/local-files.ts'
import type { Tables } from '../../../src/ports.ts'
import { localTables } from '../../../src/tables/local-tables.ts'

/** The tables of a folder and on engines; of large ones no row may be fetched, so that everything is asked in SQL. */
export const tablesOf = (
  root: string,
  limits: Partial<typeof USUAL_PUSHDOWN> = { rows: 0 },
  told: (text: string) => void = () => {},
): Tables =>
  engineTables(localTables(root, 1), {
    engines: allEngines({ root }, {}),
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
