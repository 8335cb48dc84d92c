import type { CliCommand } from '../cli-command.ts'
import { approve } from './approve.ts'
import { auditRecord } from './audit-record.ts'
import { dataValidate } from './data-validate.ts'
import { driftCompare } from './drift-compare.ts'
import { gate } from './gate.ts'
import { importRules } from './import.ts'
import { init } from './init.ts'
import { keygen } from './keygen.ts'
import { merge } from './merge.ts'
import { modelCertify } from './model-certify.ts'
import { policy } from './policy.ts'
import { review } from './review.ts'
import { secretsBaseline } from './secrets-baseline.ts'
import { securityScan } from './security-scan.ts'
import { selftest } from './selftest.ts'
import { suggest } from './suggest.ts'
import { tokenize } from './tokenize.ts'
import { verify } from './verify.ts'

/** Every command of the program, in the order in which one meets them. */
export const commands: readonly CliCommand[] = [
  init,
  keygen,
  gate,
  dataValidate,
  modelCertify,
  selftest,
  securityScan,
  driftCompare,
  auditRecord,
  verify,
  approve,
  review,
  policy,
  suggest,
  importRules,
  merge,
  tokenize,
  secretsBaseline,
]
