import type { CommonForm } from '../../../core/tables/types/define-type.ts'
import type { Kernel } from './kernel.ts'

/**
 * Reads a column's cells of a common form, NaN for all others. Gives how many of those are not empty; undefined where
 * the kernel does not know the form, and nothing was read.
 */
export function readValues(
  kernel: Kernel,
  cells: number,
  column: number,
  form: CommonForm | undefined,
  values: number,
): number | undefined {
  switch (form?.is) {
    case 'decimal':
    case 'whole':
      return kernel.decimals(cells, column, form.is === 'decimal', values)
    case 'day':
    case 'time':
      return kernel.instants(cells, column, form.is === 'time', ZONES[`${form.zoned}`], values)
    case undefined:
      return undefined
  }
}

/** What the kernel is told of whether times must say an offset. */
const ZONES = { undefined: 0, false: 1, true: 2 } as const
