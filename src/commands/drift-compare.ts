import { categoriesOf } from '../core/drift/categories.ts'
import { columnOf } from '../core/drift/column.ts'
import { kindOf } from '../core/drift/column-kind.ts'
import { columnsToCompare } from '../core/drift/columns-to-compare.ts'
import { compareTables } from '../core/drift/compare-tables.ts'
import { linesToTell } from '../core/drift/lines-to-tell.ts'
import type { Settings } from '../core/settings/schema.ts'
import { sensitiveColumns } from '../core/tables/sensitive-columns.ts'
import { UserError } from '../core/user-error.ts'
import { headerOf } from './header-of.ts'
import { measureDrift } from './measure-drift.ts'
import { openContract } from './open-contract.ts'
import type { GateCommand } from './produce-evidence.ts'

/** Compares a current table with its reference, column by column. Each is measured in one pass, the reference first; no row is kept. */
export const driftCompare = {
  gate: 'drift-compare',
  isConfigured: ({ drift }) => drift.current !== undefined,
  async find({ drift, data }, ports) {
    const opened = data.contract === undefined ? undefined : await openContract(data.contract, ports.files)
    const sensitive = opened ? sensitiveColumns(opened.contract) : new Set<string>()
    const files = {
      reference: required(drift, 'reference', 'the table the model was built on'),
      current: required(drift, 'current', 'the table to compare with it'),
    }
    const headers = {
      reference: await headerOf(ports.tables, files.reference),
      current: await headerOf(ports.tables, files.current),
    }
    const { shared, checks: presence } = columnsToCompare(headers, drift, files)
    const before = await measureDrift(files.reference, 'reference', { columns: shared }, ports)
    const known = before.columns.map(cells =>
      kindOf(cells) === 'categorical' ? [...categoriesOf(cells).categories.keys()] : [],
    )
    const columns = shared.map(({ name }, i) => ({ name, known: known[i] ?? [] }))
    const after = await measureDrift(files.current, 'current', { columns }, ports)
    const pairs = shared.flatMap(({ name }, i) => {
      const [reference, current] = [before.columns[i], after.columns[i]]
      return reference && current ? [{ name, reference, current }] : []
    })
    const told = pairs.map(({ reference, current }) => linesToTell(reference, current))
    await before.tellLines(told.flatMap(({ reference }) => reference))
    await after.tellLines(told.flatMap(({ current }) => current))
    const materials = { reference: before.material, current: after.material }
    const compared = pairs.map(({ name, reference, current }) =>
      columnOf(name, reference, current, sensitive.has(name)),
    )
    const { checks, result } = compareTables({ ...materials, columns: compared }, drift)
    return {
      materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
      checks: [...presence, ...checks],
      result,
    }
  },
} satisfies GateCommand<'drift-compare'>

function required(drift: Settings['drift'], key: 'reference' | 'current', what: string): string {
  const path = drift[key]
  if (path !== undefined) return path
  throw new UserError('settings.missing', `Expected 'drift.${key}' to be set (${what}) but found nothing`, {
    hint: `Name a CSV file under 'drift.${key}' in proofmark.yml, or give it as the input '${key}'`,
  })
}
