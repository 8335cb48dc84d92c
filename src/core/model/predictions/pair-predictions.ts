import type { Check, Location } from '../../evidence.ts'
import { counted } from '../format.ts'
import { collectFaults, type Faults, faultCheck } from './faults.ts'
import type { Predictions } from './predictions.ts'

/** The champion's scores in the challenger's row order where both files hold the same rows; the checks say where not. */
export interface Pairing {
  readonly checks: readonly Check[]
  readonly scores?: Float64Array
}

/** Matches rows by id, whatever their order: both files must have every row, with the same label. */
export function pairPredictions(challenger: Predictions, champion: Predictions): Pairing {
  const { ids, labels, source } = challenger
  const its = champion.source
  const scores = new Float64Array(ids.length)
  const missing = collectFaults()
  const relabelled = collectFaults()
  for (const [row, id] of ids.entries()) {
    const twin = champion.rowOf.get(id)
    if (twin === undefined) {
      missing.add(`missing from ${its.file}`, place(challenger, row, 'id'))
      continue
    }
    scores[row] = champion.scores[twin] ?? Number.NaN
    if (!sameClass(labels[row], champion.labels[twin], challenger.negative === champion.negative))
      relabelled.add(
        'labelled otherwise',
        place(challenger, row, 'label', `line ${champion.lines[twin]} of ${its.file}`),
      )
  }
  const checks = [
    ...faultCheck(both(missing, onlyInChampion(challenger, champion)), ids.length, {
      id: 'champion.ids',
      title: "Challenger's and champion's rows are the same",
      expected: `${source.file} and ${its.file} to have the same ids`,
      hint: 'Score the same hold-out rows with both models',
    }),
    ...faultCheck(relabelled, ids.length, {
      id: 'champion.labels',
      title: "Challenger's and champion's labels are the same",
      expected: `every row to have the same class in ${source.file} and ${its.file}`,
      hint: 'Write both files from the same labelled hold-out',
    }),
  ]
  return checks.length > 0 ? { checks } : { checks: [paired(challenger, champion, scores)], scores }
}

const sameClass = (mine: number | undefined, its: number | undefined, sameNegative: boolean) =>
  mine === its && (mine === 1 || sameNegative)

function onlyInChampion(challenger: Predictions, champion: Predictions): Faults {
  const extra = collectFaults()
  for (const [row, id] of champion.ids.entries())
    if (!challenger.rowOf.has(id)) extra.add(`only in ${champion.source.file}`, place(champion, row, 'id'))
  return extra
}

const both = (a: Faults, b: Faults) => ({
  counts: new Map([...a.counts, ...b.counts]),
  locations: [...a.locations, ...b.locations],
})

/** A row by its line and id; an id is no secret. */
const place = ({ source, lines, ids }: Predictions, row: number, column: 'id' | 'label', note?: string): Location => ({
  file: source.file,
  line: lines[row] ?? 1,
  column: source[column],
  note: [`id ${ids[row]?.slice(0, 80)}`, ...(note === undefined ? [] : [note])].join(', '),
})

/** Scores that are all the same are worth a warning: perhaps the champion's file was given twice. */
function paired({ ids, scores, source }: Predictions, { source: its }: Predictions, matched: Float64Array): Check {
  const same = scores.every((score, row) => score === matched[row])
  const check = {
    id: 'champion.rows-match',
    title: "Challenger's and champion's rows are the same",
    measured: { value: ids.length, unit: 'rows', n: ids.length },
    required: { comparator: '=' as const, value: ids.length, unit: 'rows' },
  }
  return same
    ? {
        ...check,
        status: 'warn',
        reason: `Every score of ${source.file} equals the champion's: the model was compared with itself`,
        hint: `Check that 'predictions' and 'champion' name the files of two models`,
      }
    : {
        ...check,
        status: 'pass',
        reason: `${counted(ids.length, 'row')} with the same ids and labels in ${source.file} and ${its.file}`,
      }
}
