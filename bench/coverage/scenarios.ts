import { confusions } from './confusions.ts'
import { curves } from './curves.ts'
import { groups } from './groups.ts'
import { means } from './means.ts'
import { rates } from './rates.ts'
import type { Scenario } from './scenario.ts'

/** Every interval that decides a claim, on populations that try it. */
export const scenarios: readonly Scenario[] = [...rates, ...groups, ...confusions, ...curves, ...means]
