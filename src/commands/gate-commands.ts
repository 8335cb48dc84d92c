import { dataValidate } from './data-validate.ts'
import { driftCompare } from './drift-compare.ts'
import { modelCertify } from './model-certify.ts'
import type { GateCommand } from './produce-evidence.ts'
import { securityScan } from './security-scan.ts'

/** The gates, in the order in which they run and are shown. */
export const gateCommands: readonly GateCommand[] = [dataValidate, modelCertify, securityScan, driftCompare]
