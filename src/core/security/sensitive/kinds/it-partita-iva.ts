import { defineKind } from '../define-kind.ts'

/** Italy’s VAT number, held by the self-employed too: eleven digits, the last a Luhn digit, the office before it. */
export const itPartitaIva = defineKind({
  id: 'it-partita-iva',
  title: 'an Italian VAT number (partita IVA)',
  category: 'national-id',
  personal: 'always',
  names: ['partita iva', 'p iva', 'piva', 'codice iva'],
  values: {
    pattern: /^(?:IT ?)?\d{11}$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('IT', 'iva', value.replace(/^IT ?/i, '')) },
    chance: { of: '###########', rate: 0.013 },
  },
})
