import { columnOf } from '../core/drift/column.ts'
import { requireKnownMethods } from '../core/drift/method-for.ts'
import { type ColumnPlan, planColumns } from '../core/drift/plan-columns.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { measureDrift } from './measure-drift.ts'

export interface DriftPlan {
  readonly reference: string
  readonly rows: number
  readonly columns: readonly ColumnPlan[]
}

/** Says how many rows a current table needs to be compared with the reference; reads the reference only. */
export async function planDrift(
  { drift }: Settings,
  effect: number | undefined,
  ports: Pick<Ports, 'tables' | 'log'>,
): Promise<DriftPlan> {
  const path = drift.reference
  if (path === undefined) {
    throw new UserError(
      'settings.missing',
      "Expected 'drift.reference' to be set (the table to plan for) but found nothing",
      {
        hint: "Name a table under 'drift.reference' in proofmark.yml, or give it as the input 'reference'",
      },
    )
  }
  const { header, close } = await ports.tables.open(path)
  await close?.()
  requireKnownMethods(drift, header)
  const names = header.filter(name => (drift.columns?.includes(name) ?? true) && !drift.ignore?.includes(name))
  const { material, columns } = await measureDrift(path, 'reference', { columns: names.map(name => ({ name })) }, ports)
  const both = columns.map((cells, i) => columnOf(names[i] ?? '', cells, cells))
  return { reference: path, rows: material.rows ?? 0, columns: planColumns(both, drift, effect) }
}
