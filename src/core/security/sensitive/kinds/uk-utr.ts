import { defineKind } from '../define-kind.ts'

/** The United Kingdom’s Unique Taxpayer Reference: ten digits, the first modulo 11 over the others. */
export const ukUtr = defineKind({
  id: 'uk-utr',
  title: 'a UK taxpayer reference (UTR)',
  category: 'national-id',
  personal: 'always',
  names: ['utr', 'unique taxpayer reference', 'taxpayer reference', 'tax reference'],
  values: {
    pattern: /^\d{5} ?\d{5}K?$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('GB', 'utr', value) },
    chance: { of: '##########', rate: 0.11 },
  },
})
