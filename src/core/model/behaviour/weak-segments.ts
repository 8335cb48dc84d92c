import type { Check } from '../../evidence.ts'
import { benjaminiHochberg, fisherExact } from '../../stats/index.ts'
import { defineBehaviour } from '../behaviour.ts'
import { dependence } from '../dependence.ts'
import { counted, formatNumber, listed } from '../format.ts'
import { halvesOf } from '../predictions/halves-of.ts'
import type { Segment } from '../slices/segment.ts'
import { segmentsOf } from '../slices/segments-of.ts'

/** A segment has at least this share of a half's rows, and this many. */
const LEAST_SHARE = 0.05
const LEAST_ROWS = 30
/** Segments that are taken from the first half to be judged on the second. */
const MOST_JUDGED = 10
/** Share of false ones among those that are called weak (Benjamini and Hochberg), and by how much more often the model is wrong there. */
const FALSE_SHARE = 0.1
const MATERIAL = 0.05

/**
 * Looks for segments where the model is wrong more often than elsewhere: on one half of the rows the most suspicious are found, on the other
 * they are judged, so that none is called weak by the chance that made it look so.
 */
export const weakSegments = defineBehaviour({
  id: 'weak-segments',
  title: 'No segment where the model is much weaker',
  check({ trial, own }) {
    const { task, settings, rows } = trial
    const { slices } = settings
    if (!slices || !task.rowErrors || dependence(settings) !== undefined) return []
    if (trial.judge(undefined, settings.level, []).shortage !== undefined) return []
    const errors = task.rowErrors(rows, settings)
    const halves = halvesOf(own.ids)
    const suspects = segmentsOf(rows, slices)
      .map(segment => ({ segment, found: countErrors(segment, 0) }))
      .filter(({ found }) => found.isLarge && found.gap > 0)
      .toSorted((a, b) => b.found.gap - a.found.gap || (a.segment.name < b.segment.name ? -1 : 1))
      .slice(0, MOST_JUDGED)
    const judged = suspects.map(({ segment }) => ({ segment, found: countErrors(segment, 1) }))
    const pValues = benjaminiHochberg(judged.map(({ found }) => found.pValue))
    const weak = judged
      .map((one, i) => ({ ...one, pValue: pValues[i] ?? 1 }))
      .filter(({ found, pValue }) => found.isLarge && found.gap >= MATERIAL && pValue <= FALSE_SHARE)
      .toSorted((a, b) => b.found.gap - a.found.gap)
    return [answer(judged.length, weak)]

    /** Errors inside and outside of the segment, on one half. */
    function countErrors(segment: Segment, half: number): Found {
      let [inside, wrongInside, outside, wrongOutside] = [0, 0, 0, 0]
      for (let row = 0; row < rows.n; row++) {
        if (halves[row] !== half) continue
        const wrong = errors[row] ?? 0
        if (segment.has(row)) [inside, wrongInside] = [inside + 1, wrongInside + wrong]
        else [outside, wrongOutside] = [outside + 1, wrongOutside + wrong]
      }
      const isLarge = inside >= Math.max(LEAST_ROWS, LEAST_SHARE * (inside + outside)) && outside >= LEAST_ROWS
      const table = [
        [wrongInside, inside - wrongInside],
        [wrongOutside, outside - wrongOutside],
      ]
      return {
        isLarge,
        rows: inside,
        rate: wrongInside / inside,
        elsewhere: wrongOutside / outside,
        gap: wrongInside / inside - wrongOutside / outside,
        pValue: half === 1 ? fisherExact(table, 'greater').pValue : 1,
      }
    }
  },
})

interface Found {
  readonly isLarge: boolean
  readonly rows: number
  /** Share of rows on which the model is wrong. */
  readonly rate: number
  readonly elsewhere: number
  readonly gap: number
  readonly pValue: number
}

interface Weak {
  readonly segment: Segment
  readonly found: Found
  /** Adjusted. */
  readonly pValue: number
}

function answer(judged: number, weak: readonly Weak[]): Check {
  const check = { id: 'weak-segments', title: 'No segment where the model is much weaker' }
  const [worst] = weak
  if (!worst)
    return {
      ...check,
      status: 'pass',
      reason:
        judged === 0
          ? 'No segment looked weaker on the first half of the rows'
          : `Of ${counted(judged, 'segment')} that looked weakest on one half of the rows none is shown to be on the other`,
    }
  const told = weak.map(
    ({ segment, found }) =>
      `${segment.name} (wrong on ${formatNumber(found.rate)} of ${counted(found.rows, 'row')}, elsewhere ${formatNumber(found.elsewhere)})`,
  )
  return {
    ...check,
    status: 'warn',
    measured: {
      value: worst.found.gap,
      n: worst.found.rows,
      method: 'Fisher, found and judged on different halves',
      adjustedPValue: worst.pValue,
    },
    required: { comparator: '<', value: MATERIAL },
    reason: `The model is wrong more often where ${listed(told, 3)}`,
    hint: 'Look at what is different there; to hold the model to it, claim a metric "on" that slice',
  }
}
