import type { DataPage } from '../pages/data-page.ts'
import type { StoredValues } from '../pages/stored-values.ts'
import { type Extremes, widen } from './extremes.ts'
import type { Order } from './order-of.ts'

/** What the pages of a column hold in a group of rows. */
export interface Observed extends Readonly<Extremes> {
  readonly rows: number
  readonly nulls: number
}

export interface Observer {
  add(page: DataPage): void
  /** Of all pages together. */
  observed(): Observed
}

/** Observes pages: of a dictionary, which of its values are used. */
export function startObserver(order: Order | undefined): Observer {
  const extremes: Extremes = { low: undefined, high: undefined }
  const used = new Map<StoredValues, Uint8Array>()
  let [rows, nulls] = [0, 0]
  return {
    add(page) {
      rows += page.rows
      nulls += page.rows - page.filled
      if (!order) return
      const { ids, values } = page
      if (!ids) {
        widen(extremes, values, order)
        return
      }
      const marked = used.get(values) ?? new Uint8Array(values.length)
      used.set(values, marked)
      for (let i = 0; i < ids.length; i++) marked[ids[i] ?? 0] = 1
    },
    observed() {
      if (order) for (const [values, marked] of used) widen(extremes, values, order, marked)
      return { rows, nulls, ...extremes }
    },
  }
}
