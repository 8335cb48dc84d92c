import type { Check } from '../../evidence.ts'
import { classChecks } from './class-checks.ts'
import { classNames, NO_CLASS } from './class-names.ts'
import { collectFaults } from './faults.ts'
import { parseScore } from './parse-score.ts'
import { predictionColumns } from './prediction-columns.ts'
import type { PredictionRow, PredictionSource } from './prediction-source.ts'
import type { Predictions } from './predictions.ts'
import { noRows, rowChecks, sound } from './row-checks.ts'

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
  const columns = predictionColumns(source, header)
  const { file } = source
  const faulty = { id: collectFaults(), label: collectFaults(), score: collectFaults() }
  const classes = classNames()
  const rowOf = new Map<string, number>()
  const ids: string[] = []
  let codes = new Uint8Array(1024)
  let lines = new Uint32Array(1024)
  let scores = new Float64Array(1024)

  return { add, finish }

  function add(rows: readonly PredictionRow[]): void {
    makeRoom(ids.length + rows.length)
    for (const { line, cells } of rows) {
      const row = ids.length
      lines[row] = line
      addId(cells[columns.id] ?? '', row, line)
      addLabel(cells[columns.label] ?? '', row, line)
      addScore(cells[columns.score] ?? '', row, line)
    }
  }

  function addId(id: string, row: number, line: number): void {
    const before = rowOf.get(id)
    if (id.trim() === '') faulty.id.add('empty', { file, line, column: source.id, note: 'empty' })
    else if (before === undefined) rowOf.set(id, row)
    else faulty.id.add('repeated', { file, line, column: source.id, note: `the id of line ${lines[before]} again` })
    ids.push(id)
  }

  function addLabel(label: string, row: number, line: number): void {
    const empty = label.trim() === ''
    if (empty) faulty.label.add('empty', { file, line, column: source.label, note: 'empty' })
    codes[row] = empty ? NO_CLASS : classes.codeOf(label)
  }

  function addScore(cell: string, row: number, line: number): void {
    const score = parseScore(cell)
    if (typeof score === 'number') scores[row] = score
    else faulty.score.add(score, { file, line, column: source.score, note: score })
  }

  function makeRoom(rows: number): void {
    if (rows <= codes.length) return
    const size = Math.max(rows, 2 * codes.length)
    codes = new Uint8Array(codes.buffer.transfer(size))
    lines = new Uint32Array(lines.buffer.transfer(4 * size))
    scores = new Float64Array(scores.buffer.transfer(8 * size))
  }

  function finish(): CollectedPredictions {
    const rows = ids.length
    const kept = { codes: codes.subarray(0, rows), lines: lines.slice(0, rows), scores: scores.slice(0, rows) }
    const checks =
      rows === 0 ? [noRows(source)] : [...rowChecks(source, rows, faulty), ...classChecks(source, kept, classes.names)]
    if (checks.length > 0) return { source, rows, checks }
    const positive = classes.names.indexOf(source.positive)
    const labels = Uint8Array.from(kept.codes, code => (code === positive ? 1 : 0))
    const negative = classes.names.find(name => name !== source.positive) ?? ''
    const predictions = { source, ids, rowOf, labels, negative, scores: kept.scores, lines: kept.lines }
    return { source, rows, checks: [sound(predictions)], predictions }
  }
}
