import type { BoundTable } from './bind-table.ts'
import * as crossChecks from './cross-checks/index.ts'
import type { PlannedCrossCheck } from './define-cross-check.ts'

/** Every rule of the contract that holds one of these files against another. */
export const planCross = (all: readonly BoundTable[]): PlannedCrossCheck[] =>
  all.flatMap(table => Object.values(crossChecks).flatMap(check => check.plan(table, all)))
