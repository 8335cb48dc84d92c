import type { CliCommand } from '../cli-command.ts'
import { approve } from './approve.ts'
import { auditRecord } from './audit-record.ts'
import { controls } from './controls.ts'
import { cost } from './cost.ts'
import { dashboard } from './dashboard.ts'
import { dataValidate } from './data-validate.ts'
import { decrypt } from './decrypt.ts'
import { demote } from './demote.ts'
import { doctor } from './doctor.ts'
import { driftCompare } from './drift-compare.ts'
import { dvc } from './dvc.ts'
import { explain } from './explain.ts'
import { exportResult } from './export.ts'
import { gate } from './gate.ts'
import { importRules } from './import.ts'
import { init } from './init.ts'
import { keygen } from './keygen.ts'
import { log } from './log.ts'
import { merge } from './merge.ts'
import { metrics } from './metrics.ts'
import { modelCertify } from './model-certify.ts'
import { policy } from './policy.ts'
import { portal } from './portal.ts'
import { promote } from './promote.ts'
import { review } from './review.ts'
import { revoke } from './revoke.ts'
import { secretsBaseline } from './secrets-baseline.ts'
import { securityScan } from './security-scan.ts'
import { selftest } from './selftest.ts'
import { serveHook } from './serve-hook.ts'
import { status } from './status.ts'
import { suggest } from './suggest.ts'
import { tokenize } from './tokenize.ts'
import { verify } from './verify.ts'
import { watch } from './watch.ts'
import { witness } from './witness.ts'

/** Every command of the program, in the order in which one meets them. */
export const commands: readonly CliCommand[] = [
  init,
  doctor,
  keygen,
  gate,
  dataValidate,
  modelCertify,
  selftest,
  securityScan,
  driftCompare,
  auditRecord,
  verify,
  decrypt,
  approve,
  review,
  promote,
  demote,
  revoke,
  status,
  controls,
  explain,
  portal,
  cost,
  dvc,
  serveHook,
  watch,
  log,
  witness,
  policy,
  suggest,
  importRules,
  exportResult,
  merge,
  tokenize,
  secretsBaseline,
  dashboard,
  metrics,
]
