import type { TotalsStatistic } from '../../stats/resampling/totals.ts'
import type { Design } from './design.ts'
import type { CellForm, SumForm } from './form.ts'
import { unitsOf } from './units-of.ts'

/** Units that the bootstrap draws, and how a method names them. */
export interface UnitSums extends TotalsStatistic {
  readonly units: number
  readonly noun: 'rows' | 'clusters'
  /** For the method: `2 000 bootstrap resamples of …`. */
  readonly drawn: string
}

/** The sums of several forms, side by side, over each cluster, each row, or each of many groups of rows. */
export function unitSums(
  forms: readonly (CellForm | SumForm)[],
  design: Design,
  purpose: string,
  statistic: (parts: readonly Float64Array[]) => number,
): UnitSums {
  const n = rowsOf(forms[0])
  const widths = forms.map(form => (form.kind === 'cells' ? form.truths * form.outcomes : form.columns.length))
  const width = widths.reduce((sum, one) => sum + one, 0)
  const { codes, count, noun, drawn } = unitsOf(n, design, purpose)
  const parts = new Float64Array(count * width)
  let from = 0
  for (const [i, form] of forms.entries()) {
    addForm(form, { parts, width, from, codes, weights: design.weights })
    from += widths[i] ?? 0
  }
  return { strata: [count], width, parts, statistic: split(widths, statistic), units: count, noun, drawn }
}

export const rowsOf = (form: CellForm | SumForm | undefined): number =>
  form === undefined ? 0 : form.kind === 'cells' ? form.codes.length : (form.columns[0]?.length ?? 0)

interface Target {
  readonly parts: Float64Array
  readonly width: number
  readonly from: number
  readonly codes: ArrayLike<number>
  readonly weights: Float64Array | undefined
}

function addForm(form: CellForm | SumForm, { parts, width, from, codes, weights }: Target): void {
  const n = rowsOf(form)
  for (let row = 0; row < n; row++) {
    const at = (codes[row] ?? 0) * width + from
    const weight = weights?.[row] ?? 1
    if (form.kind === 'cells') {
      const cell = at + (form.codes[row] ?? 0)
      parts[cell] = (parts[cell] ?? 0) + weight
    } else
      for (let i = 0; i < form.columns.length; i++)
        parts[at + i] = (parts[at + i] ?? 0) + weight * (form.columns[i]?.[row] ?? Number.NaN)
  }
}

/** A function of each form's sums as one of all sums. */
function split(widths: readonly number[], statistic: (parts: readonly Float64Array[]) => number) {
  return (totals: Float64Array): number => {
    let from = 0
    return statistic(
      widths.map(width => {
        from += width
        return totals.subarray(from - width, from)
      }),
    )
  }
}
