import type { Check, Location } from '../../evidence.ts'
import { counted } from '../format.ts'
import { collectFaults, type Faults, faultCheck } from './faults.ts'
import type { Predictions } from './predictions.ts'
import { type ColumnOfRows, type Rows, selectRows } from './rows.ts'

/** The champion's rows in the challenger's order where both files hold the same rows; the checks say where not. */
export interface Pairing {
  readonly checks: readonly Check[]
  readonly rows?: Rows
}

/** Matches rows by id, whatever their order: both files must have every row, with the same truth. */
export function pairPredictions(challenger: Predictions, champion: Predictions): Pairing {
  const { ids, source, rows } = challenger
  const its = champion.source
  const twins = new Uint32Array(ids.length)
  const missing = collectFaults()
  for (const [row, id] of ids.entries()) {
    const twin = champion.rowOf.get(id)
    if (twin === undefined) missing.add(`missing from ${its.file}`, place(challenger, row, source.id))
    else twins[row] = twin
  }
  const matched = selectRows(champion.rows, twins)
  const found = { ...champion, rows: matched, lines: twins.map(twin => champion.lines[twin] ?? 1) }
  const checks = [
    ...faultCheck(both(missing, onlyInChampion(challenger, champion)), ids.length, {
      id: 'champion.ids',
      title: "Challenger's and champion's rows are the same",
      expected: `${source.file} and ${its.file} to have the same ids`,
      hint: 'Score the same hold-out rows with both models',
    }),
    ...faultCheck(labelledOtherwise(challenger, found), ids.length, {
      id: 'champion.labels',
      title: "Challenger's and champion's labels are the same",
      expected: `every row to have the same truth in ${source.file} and ${its.file}`,
      hint: 'Write both files from the same labelled hold-out',
    }),
    ...(source.reading.unlike?.(challenger, champion) ?? []),
  ]
  if (checks.length > 0) return { checks }
  const taken = source.reading.needs.map(({ role, side }) => {
    const column = (side === 'output' ? matched : rows).columns.get(role)
    return column ? [[role, column] as const] : []
  })
  return { checks: [paired(challenger, found)], rows: { n: rows.n, columns: new Map(taken.flat()) } }
}

/** Rows that both files have, with another truth in the champion's, whose rows stand in the challenger's order. */
function labelledOtherwise(challenger: Predictions, champion: Predictions): Faults {
  const faults = collectFaults()
  const truths = challenger.source.reading.needs.filter(({ side }) => side === 'truth')
  for (const { role, column } of truths) {
    const same = sameCell(challenger.rows.columns.get(role), champion.rows.columns.get(role))
    for (const [row, id] of challenger.ids.entries())
      if (champion.rowOf.has(id) && !same(row))
        faults.add(
          'labelled otherwise',
          place(challenger, row, column, `line ${champion.lines[row]} of ${champion.source.file}`),
        )
  }
  return faults
}

/** Whether two columns hold the same in a row. */
function sameCell(mine: ColumnOfRows | undefined, its: ColumnOfRows | undefined): (row: number) => boolean {
  if (!mine || !its) return () => false
  if ('numbers' in mine) return row => 'numbers' in its && mine.numbers[row] === its.numbers[row]
  if ('numbers' in its) return () => false
  const codeOf = new Map(mine.names.map((name, code) => [name, code]))
  const codes = its.names.map(name => codeOf.get(name))
  return row => mine.codes[row] === codes[its.codes[row] ?? 0]
}

function onlyInChampion(challenger: Predictions, champion: Predictions): Faults {
  const extra = collectFaults()
  for (const [row, id] of champion.ids.entries())
    if (!challenger.rowOf.has(id))
      extra.add(`only in ${champion.source.file}`, place(champion, row, champion.source.id))
  return extra
}

const both = (a: Faults, b: Faults) => ({
  counts: new Map([...a.counts, ...b.counts]),
  locations: [...a.locations, ...b.locations],
})

/** A row by its line and id; an id is no secret. */
const place = ({ source, lines, ids }: Predictions, row: number, column: string, note?: string): Location => ({
  file: source.file,
  line: lines[row] ?? 1,
  column,
  note: [`id ${ids[row]?.slice(0, 80)}`, ...(note === undefined ? [] : [note])].join(', '),
})

/** Outputs that are all the same are worth a warning: perhaps the champion's file was given twice. */
function paired(challenger: Predictions, champion: Predictions): Check {
  const { source, rows } = challenger
  const same = source.reading.needs
    .filter(({ side }) => side === 'output')
    .every(({ role }) => {
      const isSame = sameCell(rows.columns.get(role), champion.rows.columns.get(role))
      return challenger.ids.every((_, row) => isSame(row))
    })
  const check = {
    id: 'champion.rows-match',
    title: "Challenger's and champion's rows are the same",
    measured: { value: rows.n, unit: 'rows', n: rows.n },
    required: { comparator: '=' as const, value: rows.n, unit: 'rows' },
  }
  return same
    ? {
        ...check,
        status: 'warn',
        reason: `Every prediction of ${source.file} equals the champion's: the model was compared with itself`,
        hint: `Check that 'predictions' and 'champion' name the files of two models`,
      }
    : {
        ...check,
        status: 'pass',
        reason: `${counted(rows.n, 'row')} with the same ids and labels in ${source.file} and ${champion.source.file}`,
      }
}
