import type { ShownRow } from '../../tables/shown-rows.ts'
import { textBatch } from '../../tables/text-batch.ts'
import { assembleRows } from './assemble-rows.ts'
import { type CollectedPredictions, checkPredictions } from './check-predictions.ts'
import { keptRows } from './kept-rows.ts'
import { locateChecks } from './locate.ts'
import type { PredictionSource } from './prediction-source.ts'
import { requireColumns } from './require-columns.ts'
import { rowsJob } from './rows-job.ts'

/** Takes rows in file order, in batches. */
export interface PredictionCollector {
  add(rows: readonly ShownRow[]): void
  finish(): CollectedPredictions
}

/** Begins to read a file of predictions of which all rows are at hand; throws a `UserError` where a column is missing. Faults of rows become checks. */
export function collectPredictions(source: PredictionSource): PredictionCollector {
  requireColumns(source)
  const measure = keptRows(rowsJob(source), source.header)
  const state = measure.init()
  const byLine = new Map<number, ShownRow>()
  return {
    add(rows) {
      for (const row of rows) byLine.set(row.line, row)
      measure.add(state, textBatch(rows))
    },
    finish() {
      const collected = checkPredictions(source, assembleRows(state, source))
      const show = (_: PredictionSource, line: number) => byLine.get(line) ?? { line, cells: [] }
      return { ...collected, checks: locateChecks(collected.checks, show) }
    },
  }
}
