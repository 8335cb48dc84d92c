import { MAX_CATEGORIES } from '../core/drift/categories.ts'
import { columnOf } from '../core/drift/column.ts'
import { type ColumnCells, type ColumnReader, columnReader } from '../core/drift/column-cells.ts'
import { columnsToCompare } from '../core/drift/columns-to-compare.ts'
import { compareColumns } from '../core/drift/compare-columns.ts'
import { compareTables } from '../core/drift/compare-tables.ts'
import type { Findings } from '../core/evidence.ts'
import type { Settings } from '../core/settings/schema.ts'
import { sensitiveColumns } from '../core/tables/sensitive-columns.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports, Table } from '../ports.ts'
import { judgeOperationalSeries } from './judge-operational-series.ts'
import { openContract } from './open-contract.ts'
import type { GateCommand } from './produce-evidence.ts'

/** Compares a current table with its reference, column by column. Each is read once, the reference first; no row is kept. */
export const driftCompare = {
  gate: 'drift-compare',
  isConfigured: ({ drift }) => drift.current !== undefined || drift.series !== undefined,
  async find(settings, ports) {
    const series = await judgeOperationalSeries(settings.drift, ports)
    const compared =
      settings.drift.current === undefined && settings.drift.reference === undefined && series
        ? nothing(settings)
        : await compare(settings, ports)
    return {
      materials: [...compared.materials, ...(series?.materials ?? [])],
      checks: [...compared.checks, ...(series?.checks ?? [])],
      result: { ...compared.result, ...(series ? { series: series.result } : {}) },
    }
  },
} satisfies GateCommand<'drift-compare'>

/** Without tables, what a comparison of none gives. */
const nothing = ({ drift }: Settings): Findings<'drift-compare'> => ({
  materials: [],
  checks: [],
  result: { rows: { reference: 0, current: 0 }, ...compareColumns([], drift, { reference: '', current: '' }).result },
})

async function compare(
  { drift, data }: Settings,
  { tables, files: disk, log }: Ports,
): Promise<Findings<'drift-compare'>> {
  const opened = data.contract === undefined ? undefined : await openContract(data.contract, disk)
  const sensitive = opened ? sensitiveColumns(opened.contract) : new Set<string>()
  const files = {
    reference: required(drift, 'reference', 'the table the model was built on'),
    current: required(drift, 'current', 'the table to compare with it'),
  }
  const reference = await tables.open(files.reference)
  const current = await tables.open(files.current)
  const plan = columnsToCompare({ reference: reference.header, current: current.header }, drift, files)
  const before = await read(
    reference,
    plan.shared.map(column => ({ index: column.reference, reader: columnReader(MAX_CATEGORIES) })),
    rows => log.progress(`${files.reference}: ${rows} rows`),
  )
  const after = await read(
    current,
    plan.shared.map((column, i) => ({
      index: column.current,
      reader: columnReader(MAX_CATEGORIES, before[i]?.categories.keys()),
    })),
    rows => log.progress(`${files.current}: ${rows} rows`),
  )
  const materials = { reference: reference.material('reference'), current: current.material('current') }
  const columns = plan.shared.flatMap(({ name }, i) => {
    const [old, now] = [before[i], after[i]]
    return old && now ? [columnOf(name, old, now, sensitive.has(name))] : []
  })
  const { checks, result } = compareTables({ ...materials, columns }, drift)
  return {
    materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
    checks: [...plan.checks, ...checks],
    result,
  }
}

interface Source {
  /** Where the column stands in the table's rows. */
  readonly index: number
  readonly reader: ColumnReader
}

/** Rows between two reports of progress. */
const REPORT = 100_000

async function read(
  table: Table,
  sources: readonly Source[],
  progress: (rows: number) => void,
): Promise<ColumnCells[]> {
  let rows = 0
  for await (const batch of table.batches) {
    for (const { line, cells } of batch) {
      for (const { index, reader } of sources) reader.add(cells[index] ?? '', line)
      if (++rows % REPORT === 0) progress(rows)
    }
  }
  return sources.map(({ reader }) => reader.finish())
}

function required(drift: Settings['drift'], key: 'reference' | 'current', what: string): string {
  const path = drift[key]
  if (path !== undefined) return path
  throw new UserError('settings.missing', `Expected 'drift.${key}' to be set (${what}) but found nothing`, {
    hint: `Name a CSV file under 'drift.${key}' in proofmark.yml, or give it as the input '${key}'`,
  })
}
