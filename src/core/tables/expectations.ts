import * as checks from './checks/index.ts'
import * as crossChecks from './cross-checks/index.ts'
import type { Expectation } from './expectation.ts'

/** Every expectation that a check takes up, by its name. */
export const EXPECTATIONS: ReadonlyMap<string, Expectation> = new Map(
  [...Object.values(checks), ...Object.values(crossChecks)].flatMap(({ expectations }) =>
    expectations.map(each => [each.name, each] as const),
  ),
)
