import type { Check, Location } from '../../evidence.ts'
import type { ShownRows } from '../../tables/shown-rows.ts'
import type { AssembledRows } from './assemble-rows.ts'
import { type Faults, MOST_LOCATIONS } from './faults.ts'
import type { PredictionSource } from './prediction-source.ts'
import type { Predictions } from './predictions.ts'
import { noRows, rowChecks, sound } from './row-checks.ts'
import type { RowFaults } from './row-faults.ts'

/** A file of predictions as read: its checks, and the predictions where they are faultless. */
export interface CollectedPredictions {
  readonly source: PredictionSource
  readonly rows: number
  readonly checks: readonly Check[]
  readonly predictions?: Predictions
}

/** Looks for faults of rows and of whole columns; pure, and asked more than once: see `showRows`. */
export function checkPredictions(
  source: PredictionSource,
  assembled: AssembledRows,
  shown: Pick<ShownRows, 'at'>,
): CollectedPredictions {
  const { file, reading } = source
  const { rows, ids, places } = assembled
  const { n } = rows
  if (n === 0) return { source, rows: n, checks: [noRows(source)] }
  const lineAt = (place: number) => shown.at(place).line
  const lineOf = (row: number) => lineAt(places[row] ?? 0)
  const columns = reading.needs.map((need, i) => ({ need, faults: placed(assembled.faults[i], need.column) }))
  const checks = [...rowChecks(source, n, idFaults(), columns), ...reading.faults(source, rows, lineOf)]
  if (checks.length > 0) return { source, rows: n, checks }
  const predictions = { source, ids, rows, places }
  return { source, rows: n, checks: [sound(predictions)], predictions }

  function placed(faults: RowFaults | undefined, column: string): PlacedFaults {
    const locations = (faults?.first ?? []).map(({ place, wrong }) => ({
      file,
      line: lineAt(place),
      column,
      note: wrong,
    }))
    return { counts: faults?.counts ?? new Map(), locations }
  }

  function idFaults(): PlacedFaults {
    const empty = placed(assembled.idFaults, source.id)
    const { count, first } = assembled.repeated
    // Rows without an id all have the same one.
    const named = first.filter(({ row }) => !assembled.idFaults.first.some(({ place }) => place === places[row]))
    const again = count - Math.max(0, (assembled.idFaults.counts.get('empty') ?? 0) - 1)
    const locations = named.map(({ row, of }) => ({
      file,
      line: lineOf(row),
      column: source.id,
      note: `the id of line ${lineOf(of)} again`,
    }))
    return {
      counts: new Map([...empty.counts, ...(again > 0 ? [['repeated', again] as const] : [])]),
      locations: [...empty.locations, ...locations].sort((a, b) => a.line - b.line).slice(0, MOST_LOCATIONS),
    }
  }
}

type PlacedFaults = Pick<Faults, 'counts'> & { readonly locations: readonly (Location & { readonly line: number })[] }
