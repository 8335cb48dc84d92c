import type { Settings } from '../../core/settings/schema.ts'
import type { PromotionTarget } from '../../ports/promotion-target.ts'
import type { RecordLog } from '../../ports/record-log.ts'
import type { Ports } from '../../ports.ts'
import type { Verification } from '../verify.ts'

/**
 * Verifies a certificate against a model by all that is trusted here. The ports may show other files than those of this machine; `log`
 * stands for the one that is kept here, as it was read already.
 */
export type VerifyCertificate = (
  request: { readonly certificate: string; readonly model: readonly string[] },
  ports: Ports,
  log?: RecordLog,
) => Promise<Verification>

/** What promoting and demoting asks of the world. */
export interface PromotionWorld {
  readonly ports: Ports
  readonly target: PromotionTarget
  readonly verify: VerifyCertificate
  /** Absent where no log is kept. */
  readonly recordLog?: RecordLog | undefined
  /** Whom the settings name, to be told; nobody unless given. */
  readonly connections?: Settings['connections'] | undefined
  /** Who asks for it, as the pointer will say: a login. */
  readonly by?: string | undefined
}
