import type { Element } from 'hast'
import type { Evidence } from '../../../core/evidence.ts'
import { dataPart } from './data.ts'
import { driftPart } from './drift.ts'
import { modelPart } from './model.ts'
import { securityPart } from './security.ts'

/** What there is to look at of a gate, its own pictures and tables. */
export function parts(evidence: Evidence): Element[] {
  if (evidence.result === null) return []
  switch (evidence.gate) {
    case 'data-validate':
      return dataPart(evidence.result)
    case 'model-certify':
      return modelPart(evidence.result, evidence.checks)
    case 'security-scan':
      return securityPart(evidence.result, evidence.checks)
    case 'drift-compare':
      return driftPart(evidence.result)
  }
}
