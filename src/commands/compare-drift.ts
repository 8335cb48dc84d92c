import { categoriesOf } from '../core/drift/categories.ts'
import { columnOf } from '../core/drift/column.ts'
import { kindOf } from '../core/drift/column-kind.ts'
import { columnLabel } from '../core/drift/column-label.ts'
import { columnsToCompare } from '../core/drift/columns-to-compare.ts'
import { PROFILE_ROWS } from '../core/drift/compare-by-profile.ts'
import { compareTables } from '../core/drift/compare-tables.ts'
import type { DriftJob } from '../core/drift/drift-job.ts'
import { isCategorical } from '../core/drift/is-categorical.ts'
import { JOINT_ROWS, needsRows, withJoint } from '../core/drift/joint/joint-columns.ts'
import { linesToTell } from '../core/drift/lines-to-tell.ts'
import { requireKnownMethods } from '../core/drift/method-for.ts'
import { requireKnownColumns } from '../core/drift/require-known-columns.ts'
import type { Check, Findings } from '../core/evidence.ts'
import type { Settings } from '../core/settings/schema.ts'
import { sensitiveColumns } from '../core/tables/sensitive-columns.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { type Calibrated, calibrateDrift } from './calibrate-drift.ts'
import { headerOf } from './header-of.ts'
import { type MeasuredSide, measureDrift } from './measure-drift.ts'
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
    const open = openChecks(names, reference, current)
    const joint =
      reference.joint && current.joint ? { joint: { reference: reference.joint, current: current.joint } } : {}
    const { checks, result } = compareTables({ ...materials, columns: [], ...joint }, drift)
    return {
      materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
      checks: [...presence, ...open, ...checks],
      result,
    }
  }
  const inVectors = new Set(Object.values(drift.embeddings).flat())
  const single = shared.filter(({ name }) => !inVectors.has(name))
  const wanted = needsRows(drift) ? { joint: { columns: names, rows: JOINT_ROWS } } : {}
  const before = await measureDrift(files.reference, 'reference', { columns: single, ...wanted }, ports)
  const known = before.columns.map(cells =>
    isCategorical(kindOf(cells)) ? [...categoriesOf(cells).categories.keys()] : [],
  )
  const columns = single.map(({ name }, i) => ({ name, known: known[i] ?? [] }))
  const after = await measureDrift(files.current, 'current', { columns, ...wanted }, ports)
  const open = openChecks(names, before, after)
  const pairs = single.flatMap(({ name }, i) => {
    if (before.untaken.has(name) || after.untaken.has(name)) return []
    const [reference, current] = [before.columns[i], after.columns[i]]
    return reference && current ? [{ name, reference, current }] : []
  })
  const told = pairs.map(({ reference, current }) => linesToTell(reference, current))
  await before.tellLines(told.flatMap(({ reference }) => reference))
  await after.tellLines(told.flatMap(({ current }) => current))
  const materials = { reference: before.material, current: after.material }
  const compared = pairs.map(({ name, reference, current }) => columnOf(name, reference, current, sensitive.has(name)))
  const joint = before.joint && after.joint ? { reference: before.joint, current: after.joint } : undefined
  const all = joint ? withJoint(compared, joint, drift) : compared
  const calibrated = await calibration(drift, { files, before, after, columns }, ports)
  const { checks, result } = compareTables({ ...materials, columns: all }, calibrated.settings)
  return {
    materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
    checks: [...presence, ...open, ...calibrated.checks, ...checks],
    result: calibrated.calibration ? { ...result, calibration: calibrated.calibration } : result,
  }
}

/** Checks of what could not be measured on one of the sides: nobody knows whether it has drifted. */
function openChecks(names: readonly string[], ...sides: readonly MeasuredSide[]): Check[] {
  const columns = names.flatMap(name => {
    const reason = sides.flatMap(({ untaken }) => untaken.get(name) ?? [])[0]
    return reason === undefined
      ? []
      : [openCheck(`${columnLabel(name)}.measured`, `${columnLabel(name)} was measured`, reason)]
  })
  const rows = sides.flatMap(({ noJoint }) => noJoint ?? [])[0]
  return rows === undefined ? columns : [...columns, openCheck('rows.measured', 'Whole rows were measured', rows)]
}

const openCheck = (id: string, title: string, reason: string): Check => ({
  id,
  title,
  status: 'inconclusive',
  measured: { value: null },
  reason,
  hint: 'Name a key of the table, leave the column out, or compare a file of it instead',
  locations: [],
})

interface Sides {
  readonly files: { readonly reference: string }
  readonly before: MeasuredSide
  readonly after: MeasuredSide
  readonly columns: DriftJob['columns']
}

/** Limits as the reference's own chunks ask for, where the settings want that. */
async function calibration(
  drift: Settings['drift'],
  { files, before, after, columns }: Sides,
  ports: Ports,
): Promise<Calibrated> {
  if (!drift.calibrate) return { settings: drift, checks: [] }
  const rows = { reference: before.material.rows ?? 0, current: after.material.rows ?? 0 }
  return calibrateDrift({ reference: files.reference, rows, job: { columns }, cells: before.columns }, drift, ports)
}

function required(drift: Settings['drift'], key: 'reference' | 'current', what: string): string {
  const path = drift[key]
  if (path !== undefined) return path
  throw new UserError('settings.missing', `Expected 'drift.${key}' to be set (${what}) but found nothing`, {
    hint: `Name a CSV, JSON Lines or Parquet file under 'drift.${key}' in proofmark.yml, or give it as the input '${key}'`,
  })
}
