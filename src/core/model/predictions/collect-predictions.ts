import type { Check } from '../../evidence.ts'
import { collectColumn } from './column-collector.ts'
import { collectFaults } from './faults.ts'
import { predictionColumns } from './prediction-columns.ts'
import type { PredictionRow, PredictionSource } from './prediction-source.ts'
import type { Predictions } from './predictions.ts'
import { noRows, rowChecks, sound } from './row-checks.ts'
import type { Rows } from './rows.ts'

/** A file of predictions as read: its checks, and the predictions where they are faultless. */
export interface CollectedPredictions {
  readonly source: PredictionSource
  readonly rows: number
  readonly checks: readonly Check[]
  readonly predictions?: Predictions
}

/** Takes rows in file order, in batches, and keeps them by column. */
export interface PredictionCollector {
  add(rows: readonly PredictionRow[]): void
  finish(): CollectedPredictions
}

/** Begins to read a file of predictions; throws a `UserError` where a column is missing. Faults of rows become checks. */
export function collectPredictions(source: PredictionSource, header: readonly string[]): PredictionCollector {
  const at = predictionColumns(source, header)
  const { file, reading } = source
  const columns = reading.needs.map((need, i) => ({ index: at.needs[i] ?? 0, collector: collectColumn(need, file) }))
  const idFaults = collectFaults()
  const rowOf = new Map<string, number>()
  const ids: string[] = []
  let lines = new Uint32Array(1024)

  return { add, finish }

  function add(rows: readonly PredictionRow[]): void {
    if (ids.length + rows.length > lines.length)
      lines = new Uint32Array(lines.buffer.transfer(4 * Math.max(ids.length + rows.length, 2 * lines.length)))
    for (const { line, cells } of rows) {
      const row = ids.length
      lines[row] = line
      for (const { index, collector } of columns) collector.add(cells[index] ?? '', row, line)
      addId(cells[at.id] ?? '', row, line)
    }
  }

  function addId(id: string, row: number, line: number): void {
    const before = rowOf.get(id)
    if (id.trim() === '') idFaults.add('empty', { file, line, column: source.id, note: 'empty' })
    else if (before === undefined) rowOf.set(id, row)
    else idFaults.add('repeated', { file, line, column: source.id, note: `the id of line ${lines[before]} again` })
    ids.push(id)
  }

  function finish(): CollectedPredictions {
    const n = ids.length
    if (n === 0) return { source, rows: n, checks: [noRows(source)] }
    const read = columns.map(({ collector }) => [collector.need.role, collector.finish(n)] as const)
    const rows: Rows = { n, columns: new Map(read) }
    const own = lines.slice(0, n)
    const faults = columns.map(({ collector: { need, faults } }) => ({ need, faults }))
    const checks = [...rowChecks(source, n, idFaults, faults), ...reading.faults(source, rows, own)]
    if (checks.length > 0) return { source, rows: n, checks }
    const predictions = { source, ids, rowOf, rows, lines: own }
    return { source, rows: n, checks: [sound(predictions)], predictions }
  }
}
