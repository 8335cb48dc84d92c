import type { Check } from '../evidence.ts'
import type { Settings } from '../settings/schema.ts'
import type { Status } from '../verdict.ts'
import { columnLabel } from './column-label.ts'
import { type Consequence, consequence } from './consequence.ts'
import { decide } from './decide.ts'
import { at, type Files } from './files.ts'
import { hintFor } from './hint.ts'
import type { Measured } from './measure-columns.ts'
import { neededBy } from './needed-by.ts'
import { reasonFor } from './reason.ts'
import type { RowsNeeded } from './rows-needed.ts'

export interface Judged {
  /** What was found, whatever the settings make of it. */
  readonly finding: Status
  readonly check: Check
  readonly letThrough?: NonNullable<Consequence['letThrough']>
  /** Rows that would settle it, where it is undecided and so many are looked at. */
  readonly rows?: RowsNeeded
}

/** What was measured of a column, held against its limit. */
export function measuredCheck(measured: Measured, settings: Settings['drift'], files: Files): Judged {
  const { column, method, measurement, limit, tested } = measured
  const { effect, n, line, inference } = measurement
  const { alpha } = settings
  const finding = decide(measured, alpha)
  const { status, letThrough } = consequence(finding, column.name, settings)
  const needed = finding === 'inconclusive' ? neededBy(measured, alpha) : undefined
  const hint = hintFor(finding, measured, needed)
  const reason = reasonFor(finding, measured, alpha)
  const check: Check = {
    id: `${columnLabel(column.name)}.${method.question}`,
    title: `${columnLabel(column.name)}: ${method.claim}`,
    status,
    measured: {
      value: effect,
      ...(inference ? { interval: [...inference.interval], level: 1 - 2 * alpha } : {}),
      ...(tested ? { pValue: tested.pValue, adjustedPValue: tested.adjustedPValue } : {}),
      method: method.id,
      n,
    },
    required: { comparator: '<=', value: limit },
    reason: letThrough ? `${reason}; ${letThrough.why}` : reason,
    ...(hint === undefined ? {} : { hint }),
    ...(status === 'pass' ? {} : { locations: [at(files.current, column.name, line)] }),
  }
  const rows = needed?.rows && needed.rows.rows <= needed.most ? needed.rows : undefined
  return { finding, check, ...(letThrough ? { letThrough } : {}), ...(rows ? { rows } : {}) }
}
