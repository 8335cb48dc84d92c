import { categoriesOf } from '../core/drift/categories.ts'
import { columnOf } from '../core/drift/column.ts'
import { kindOf } from '../core/drift/column-kind.ts'
import { columnsToCompare } from '../core/drift/columns-to-compare.ts'
import { PROFILE_ROWS } from '../core/drift/compare-by-profile.ts'
import { compareTables } from '../core/drift/compare-tables.ts'
import type { DriftJob } from '../core/drift/drift-job.ts'
import { isCategorical } from '../core/drift/is-categorical.ts'
import { JOINT_ROWS, needsRows, withJoint } from '../core/drift/joint/joint-columns.ts'
import { linesToTell } from '../core/drift/lines-to-tell.ts'
import { requireKnownMethods } from '../core/drift/method-for.ts'
import { requireKnownColumns } from '../core/drift/require-known-columns.ts'
import type { Findings } from '../core/evidence.ts'
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
    const joint =
      reference.joint && current.joint ? { joint: { reference: reference.joint, current: current.joint } } : {}
    const { checks, result } = compareTables({ ...materials, columns: [], ...joint }, drift)
    return {
      materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
      checks: [...presence, ...checks],
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
  const pairs = single.flatMap(({ name }, i) => {
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
    checks: [...presence, ...calibrated.checks, ...checks],
    result: calibrated.calibration ? { ...result, calibration: calibrated.calibration } : result,
  }
}

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
