import type { Verdict } from '../../verdict.ts'

/** What a promotion does, in this order. */
export const PROMOTION_STEPS = [
  'verify',
  'not-revoked',
  'current',
  'from',
  'baseline',
  'place',
  'stored',
  'point',
  'read-back',
  'undo',
  'log',
  'tell',
] as const

/** One step of a promotion. `inconclusive` stops it as `failed` does: what we do not know is no consent. */
export interface PromotionStep {
  readonly id: (typeof PROMOTION_STEPS)[number]
  readonly title: string
  readonly status: Verdict
  /** One sentence: expected and found. */
  readonly reason: string
  readonly hint?: string
}

const TITLE: Record<PromotionStep['id'], string> = {
  verify: 'The certificate holds for the model',
  'not-revoked': 'Nobody has revoked it',
  current: 'What production points at is known',
  from: 'Production points where it was expected to',
  baseline: 'Production points at the champion that it was compared with',
  place: 'The model is at the target',
  stored: 'The bytes at the target are the certified ones',
  point: 'Production points at the model',
  'read-back': 'Read back, it is so',
  undo: 'Production points where it did before',
  log: 'It is in the log',
  tell: 'Everybody whom the settings name was told',
}

/** A step with the title that belongs to it. */
export const promotionStep = (
  id: PromotionStep['id'],
  status: Verdict,
  reason: string,
  hint?: string,
): PromotionStep => ({ id, title: TITLE[id], status, reason, ...(hint === undefined ? {} : { hint }) })
