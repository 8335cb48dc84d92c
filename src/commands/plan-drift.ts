import { MAX_CATEGORIES } from '../core/drift/categories.ts'
import { columnOf } from '../core/drift/column.ts'
import { columnReader } from '../core/drift/column-cells.ts'
import { requireKnownMethods } from '../core/drift/method-for.ts'
import { type ColumnPlan, planColumns } from '../core/drift/plan-columns.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'

export interface DriftPlan {
  readonly reference: string
  readonly rows: number
  readonly columns: readonly ColumnPlan[]
}

/** Says how many rows a current table needs to be compared with the reference; reads the reference only. */
export async function planDrift(
  { drift }: Settings,
  effect: number | undefined,
  { tables, log }: Pick<Ports, 'tables' | 'log'>,
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
  const table = await tables.open(path)
  requireKnownMethods(drift, table.header)
  const wanted = table.header.flatMap((name, index) =>
    (drift.columns?.includes(name) ?? true) && !drift.ignore?.includes(name)
      ? [{ name, index, reader: columnReader(MAX_CATEGORIES) }]
      : [],
  )
  let rows = 0
  for await (const batch of table.batches) {
    for (const { line, cells } of batch) for (const { index, reader } of wanted) reader.add(cells[index] ?? '', line)
    rows += batch.length
    log.progress(`${path}: ${rows} rows`)
  }
  const columns = wanted.map(({ name, reader }) => {
    const cells = reader.finish()
    return columnOf(name, cells, cells)
  })
  return { reference: path, rows, columns: planColumns(columns, drift, effect) }
}
