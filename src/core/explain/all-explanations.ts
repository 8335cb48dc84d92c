import { dataChecks } from './data-checks.ts'
import { driftChecks } from './drift-checks.ts'
import type { Explanation } from './explanation.ts'
import { modelChecks } from './model-checks.ts'
import { recordChecks } from './record-checks.ts'
import { securityChecks } from './security-checks.ts'

/** Everything that is explained. */
export const EXPLANATIONS: readonly Explanation[] = [
  ...dataChecks,
  ...modelChecks,
  ...securityChecks,
  ...driftChecks,
  ...recordChecks,
]
