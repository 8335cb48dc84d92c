import { compareDrift } from '../../../src/commands/compare-drift.ts'
import { Settings } from '../../../src/core/settings/schema.ts'
import { localFiles } from '../../../src/files/local-files.ts'
import type { Tables } from '../../../src/ports.ts'
import { alike } from './tables-of.ts'

/** What drift-compare finds of two tables, wherever they are, as if they were files named `reference` and `current`. */
export async function compared(
  tables: Tables,
  root: string,
  sides: { reference: string; current: string },
  drift: object,
) {
  const settings = Settings.parse({ drift: { ...sides, ...drift } })
  const log = { info() {}, warn() {}, progress() {} }
  const { checks, result } = await compareDrift(settings, {
    files: localFiles(root),
    tables: alike(tables),
    log,
  } as never)
  const text = JSON.stringify({ checks, result })
    .replaceAll(JSON.stringify(sides.reference).slice(1, -1), 'reference')
    .replaceAll(JSON.stringify(sides.current).slice(1, -1), 'current')
  return JSON.parse(text)
}
