import { categoriesOf } from '../core/drift/categories.ts'
import { columnOf } from '../core/drift/column.ts'
import { kindOf } from '../core/drift/column-kind.ts'
import { columnsToCompare } from '../core/drift/columns-to-compare.ts'
import { PROFILE_ROWS } from '../core/drift/compare-by-profile.ts'
import { compareTables } from '../core/drift/compare-tables.ts'
import { isCategorical } from '../core/drift/is-categorical.ts'
import { linesToTell } from '../core/drift/lines-to-tell.ts'
import { requireKnownMethods } from '../core/drift/method-for.ts'
import { requireKnownColumns } from '../core/drift/require-known-columns.ts'
import type { Findings } from '../core/evidence.ts'
import type { Settings } from '../core/settings/schema.ts'
import { sensitiveColumns } from '../core/tables/sensitive-columns.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { headerOf } from './header-of.ts'
import { measureDrift } from './measure-drift.ts'
import { openContract } from './open-contract.ts'

/** Compares a current table with its reference, column by column. Each is measured in one pass, the reference first; no row is kept. */
export async function compareDrift({ drift, data }: Settings, ports: Ports): Promise<Findings<'drift-compare'>> {
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
  requireKnownMethods(drift, [...headers.reference, ...headers.current])
  requireKnownColumns(drift, [...headers.reference, ...headers.current])
  const names = shared.map(({ name }) => name)
  if (drift.profile !== 'proofmark') {
    const job = { columns: [], joint: { columns: names, rows: PROFILE_ROWS } }
    const [reference, current] = [
      await measureDrift(files.reference, 'reference', job, ports),
      await measureDrift(files.current, 'current', job, ports),
    ]
    const materials = { reference: reference.material, current: current.material }
    const joint =
      reference.joint && current.joint ? { joint: { reference: reference.joint, current: current.joint } } : {}
    const { checks, result } = compareTables({ ...materials, columns: [], ...joint }, drift)
    return {
      materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
      checks: [...presence, ...checks],
      result,
    }
  }
  const before = await measureDrift(files.reference, 'reference', { columns: shared }, ports)
  const known = before.columns.map(cells =>
    isCategorical(kindOf(cells)) ? [...categoriesOf(cells).categories.keys()] : [],
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
  const compared = pairs.map(({ name, reference, current }) => columnOf(name, reference, current, sensitive.has(name)))
  const { checks, result } = compareTables({ ...materials, columns: compared }, drift)
  return {
    materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
    checks: [...presence, ...checks],
    result,
  }
}

function required(drift: Settings['drift'], key: 'reference' | 'current', what: string): string {
  const path = drift[key]
  if (path !== undefined) return path
  throw new UserError('settings.missing', `Expected 'drift.${key}' to be set (${what}) but found nothing`, {
    hint: `Name a CSV file under 'drift.${key}' in proofmark.yml, or give it as the input '${key}'`,
  })
}
