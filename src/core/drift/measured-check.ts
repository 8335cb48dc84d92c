import type { Check } from '../evidence.ts'
import type { Settings } from '../settings/schema.ts'
import { columnLabel } from './column-label.ts'
import { decide } from './decide.ts'
import { at, type Files } from './files.ts'
import { hintFor } from './hint.ts'
import type { Measured } from './measure-columns.ts'
import { reasonFor } from './reason.ts'

/** What was measured of a column, held against its limit. */
export function measuredCheck(measured: Measured, settings: Settings['drift'], files: Files): Check {
  const { column, method, measurement, adjustedPValue } = measured
  const { effect, n, line, inference } = measurement
  const { alpha } = settings
  const bar = { limit: settings[method.limit], alpha, adjustedPValue }
  const status = decide(measurement, bar)
  const hint = hintFor(status, measured, bar)
  return {
    id: `${columnLabel(column.name)}.${method.question}`,
    title: `${columnLabel(column.name)}: ${method.claim}`,
    status,
    measured: {
      value: effect,
      ...(inference ? { interval: [...inference.interval], level: 1 - 2 * alpha, pValue: inference.pValue } : {}),
      ...(adjustedPValue === undefined ? {} : { adjustedPValue }),
      method: method.id,
      n,
    },
    required: { comparator: '<=', value: bar.limit },
    reason: reasonFor(status, measured, bar),
    ...(hint === undefined ? {} : { hint }),
    ...(status === 'pass' ? {} : { locations: [at(files.current, column.name, line)] }),
  }
}
