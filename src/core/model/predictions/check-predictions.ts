import type { Check } from '../../evidence.ts'
import type { AssembledRows } from './assemble-rows.ts'
import { type Faults, MOST_LOCATIONS } from './faults.ts'
import { rowOf } from './locate.ts'
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

/** Looks for faults of rows and of whole columns. */
export function checkPredictions(source: PredictionSource, assembled: AssembledRows): CollectedPredictions {
  const { reading } = source
  const { rows, ids, places } = assembled
  const { n } = rows
  if (n === 0) return { source, rows: n, checks: [noRows(source)] }
  const columns = reading.needs.map((need, i) => ({ need, faults: placed(assembled.faults[i], need.column) }))
  const at = (row: number, column: string | undefined, note: string) => rowOf(source, places[row] ?? 0, column, note)
  const checks = [...rowChecks(source, n, idFaults(), columns), ...reading.faults(source, rows, at)]
  if (checks.length > 0) return { source, rows: n, checks }
  const predictions = { source, ids, rows, places }
  return { source, rows: n, checks: [sound(predictions)], predictions }

  function placed(faults: RowFaults | undefined, column: string): PlacedFaults {
    const locate = (faults?.first ?? []).map(({ place, wrong }) => rowOf(source, place, column, wrong))
    return { counts: faults?.counts ?? new Map(), locate }
  }

  function idFaults(): PlacedFaults {
    const { idFaults, repeated } = assembled
    const empty = idFaults.first.map(({ place, wrong }) => ({ place, locate: rowOf(source, place, source.id, wrong) }))
    // Rows without an id all have the same one.
    const named = repeated.first.filter(({ row }) => !empty.some(({ place }) => place === places[row]))
    const again = repeated.count - Math.max(0, (idFaults.counts.get('empty') ?? 0) - 1)
    const twice = named.map(({ row, of }) => {
      const place = places[row] ?? 0
      const note = (line: number) => `the id of line ${line} again`
      return {
        place,
        locate: show => rowOf(source, place, source.id, note(show(source, places[of] ?? 0).line))(show),
      } satisfies { place: number; locate: PlacedFaults['locate'][number] }
    })
    return {
      counts: new Map([...idFaults.counts, ...(again > 0 ? [['repeated', again] as const] : [])]),
      locate: [...empty, ...twice]
        .sort((a, b) => a.place - b.place)
        .slice(0, MOST_LOCATIONS)
        .map(({ locate }) => locate),
    }
  }
}

type PlacedFaults = Pick<Faults, 'counts' | 'locate'>
