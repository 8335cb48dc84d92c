import type { Approval } from './approval.ts'
import type { Occasion } from './occasion.ts'

/** What is known of consent when a certification is decided. Who asked for waivers the decision itself finds out. */
export interface Consent {
  readonly approvals: readonly Approval[]
  readonly occasion: Omit<Occasion, 'waiverRequesters'>
}
