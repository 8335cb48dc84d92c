import { defineKind } from '../define-kind.ts'

/** The United Kingdom’s National Insurance number: two letters of which many pairs are not used, six digits, A to D; no check digit. */
export const ukNino = defineKind({
  id: 'uk-nino',
  title: 'a UK National Insurance number',
  category: 'national-id',
  personal: 'always',
  names: ['nino', 'ni number', 'ni no', 'national insurance', 'national insurance number', 'nationalinsurance'],
  values: {
    pattern: /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/i,
    chance: { of: 'AA######A', rate: 0.1 },
  },
})
