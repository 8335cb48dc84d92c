import { bootstrapCells } from '../../stats/resampling/bootstrap-cells.ts'
import { jackknifeCells } from '../../stats/resampling/jackknife-cells.ts'
import { totalsOf } from '../../stats/resampling/totals.ts'
import type { Estimate } from '../estimate.ts'
import { cellCounts } from './cell-counts.ts'
import { clusteredEstimate, influenceEstimate } from './clustered.ts'
import { type Design, isPlain } from './design.ts'
import { ENOUGH_DIFFER, reachOfFew } from './few-differ.ts'
import type { CellForm, Form, SumForm } from './form.ts'
import { resampled, resampledUnits } from './resampled.ts'
import { resampledWeights } from './resampled-weights.ts'
import { unitSums } from './unit-sums.ts'

/** A metric of one model with its interval, from its form alone. `purpose` names the random numbers: the metric's id. */
export function estimateByForm(form: Form, design: Design, purpose: string): Estimate {
  if (form.kind === 'mean') return clusteredEstimate(form, design)
  if (form.kind === 'influence') return influenceEstimate(form, design, alike)
  if (form.kind === 'weighted') return resampledWeights(form, { design, purpose })
  return form.kind === 'cells' && isPlain(design) ? ofCells(form, design, purpose) : ofUnits(form, design, purpose)
}

/** Rows below, level with or above all of the other class. */
const alike = (standing: number) => standing === 0 || standing === 0.5 || standing === 1

function ofCells(form: CellForm, { level, random }: Design, purpose: string): Estimate {
  const { value, truths, outcomes } = form
  const cells = cellCounts(form)
  const n = form.codes.length
  if (truths === outcomes && wrong(cells, truths) < ENOUGH_DIFFER) return ofFewErrors(form, cells, level)
  const source = { cells, statistic: value }
  return resampled(
    {
      estimate: value(cells),
      units: n,
      replicates: () => bootstrapCells(source, random(purpose)),
      jackknife: () => jackknifeCells(source),
    },
    { level, n, drawn: 'the rows' },
  )
}

function ofUnits(form: CellForm | SumForm, design: Design, purpose: string): Estimate {
  const units = unitSums([form], design, purpose, ([sums = new Float64Array()]) => form.value(sums))
  const n = form.kind === 'cells' ? form.codes.length : (form.columns[0]?.length ?? 0)
  return resampledUnits(units, form.value(totalsOf(units)), { design, purpose, n })
}

const wrong = (cells: Float64Array, classes: number) =>
  cells.reduce((sum, count, cell) => (Math.floor(cell / classes) === cell % classes ? sum : sum + count), 0)

/** Errors so few are bounded like those of a proportion, and taken for those that would cost most; none may be real. */
function ofFewErrors({ value, truths, outcomes }: CellForm, cells: Float64Array, level: number): Estimate {
  const perfect = new Float64Array(cells.length)
  const moved: { from: number; to: number; rows: number }[] = []
  for (const [cell, rows] of cells.entries()) {
    const right = Math.floor(cell / outcomes) * (outcomes + 1)
    perfect[right] = (perfect[right] ?? 0) + rows
    if (cell !== right && rows > 0) moved.push({ from: right, to: cell, rows })
  }
  const found = value(cells)
  const estimate = { value: Number.isNaN(found) ? null : found, n: cells.reduce((sum, rows) => sum + rows, 0) }
  const best = value(perfect)
  const reach = reachOfFew({ truths, outcomes, value }, perfect, moved, level)
  const ends = reach ? [best + reach[0], best + reach[1], best, found] : [Number.NaN]
  // On hardly any rows every way to be wrong leaves it undefined: then there is no interval, not one of no width.
  if (!(Math.max(...ends) > Math.min(...ends))) return { ...estimate, gap: 'fewer than 20 rows were predicted wrongly' }
  return {
    ...estimate,
    interval: [Math.min(...ends), Math.max(...ends)],
    method: 'clopper-pearson on the errors, taken for the costliest (fewer than 20)',
  }
}
