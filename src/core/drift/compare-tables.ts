import type { Check, Material } from '../evidence.ts'
import type { Settings } from '../settings/schema.ts'
import type { Column } from './column.ts'
import { compareByProfile } from './compare-by-profile.ts'
import { compareColumns } from './compare-columns.ts'
import type { JointTables } from './joint-sample.ts'
import * as profiles from './profiles/index.ts'
import type { Profile } from './profiles/profile.ts'
import type { DriftResult } from './result.ts'

export interface Tables {
  readonly reference: Material
  readonly current: Material
  /** Columns of both, at least one; none where another tool's profile decides. */
  readonly columns: readonly Column[]
  /** Whole rows of both, where a profile or a method looks at them. */
  readonly joint?: JointTables
}

const PROFILES: readonly Profile[] = Object.values(profiles)

/** Compares two tables that have been read; a table without rows says so once, not column by column. */
export function compareTables(tables: Tables, settings: Settings['drift']): { checks: Check[]; result: DriftResult } {
  const { reference, current, columns } = tables
  const [first] = columns
  const rows = {
    reference: reference.rows ?? first?.reference.rows ?? 0,
    current: current.rows ?? first?.current.rows ?? 0,
  }
  const empty = (['reference', 'current'] as const).filter(side => rows[side] === 0)
  const files = { reference: reference.name, current: current.name }
  const seed = `${reference.digest.sha256} ${current.digest.sha256}`
  const profile = PROFILES.find(({ id }) => id === settings.profile)
  const { checks, result } =
    profile && tables.joint && empty.length === 0
      ? compareByProfile(tables.joint, rows, profile, settings, files)
      : compareColumns(empty.length > 0 ? [] : columns, settings, files, seed)
  const compared = result.columns.some(({ method }) => method !== undefined)
  return {
    checks: [
      ...empty.map(side => noRows(side, files[side])),
      ...(reference.digest.sha256 === current.digest.sha256 ? [sameBytes(files.current)] : []),
      ...checks,
      ...(compared || empty.length > 0 ? [] : [nothingCompared]),
    ],
    result: { rows, ...result },
  }
}

const noRows = (side: 'reference' | 'current', file: string): Check => ({
  id: `${side}.rows`,
  title: `The ${side} table has rows`,
  status: 'inconclusive',
  measured: { value: 0, unit: 'rows' },
  required: { comparator: '>=', value: 1, unit: 'rows' },
  reason: `Expected rows in the ${side} table but found none`,
  hint: 'Check the step that writes the table',
  locations: [{ file }],
})

const sameBytes = (file: string): Check => ({
  id: 'tables.differ',
  title: 'The two tables are different files',
  status: 'warn',
  measured: { value: 'the same bytes' },
  required: { comparator: 'is', value: 'different bytes' },
  reason: 'Expected two different tables but found the same bytes twice, which cannot have drifted',
  hint: "Check the paths 'drift.reference' and 'drift.current'",
  locations: [{ file }],
})

/** A run that compared no distribution has checked nothing, whatever else it saw. */
const nothingCompared: Check = {
  id: 'columns.compared',
  title: 'At least one distribution is compared',
  status: 'inconclusive',
  measured: { value: 0, unit: 'columns' },
  required: { comparator: '>=', value: 1, unit: 'columns' },
  reason: 'Expected a column whose distribution can be compared but found none',
  hint: 'Compare tables that share columns of numbers or of categories',
}
