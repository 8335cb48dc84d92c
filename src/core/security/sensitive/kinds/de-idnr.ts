import { defineKind } from '../define-kind.ts'

/** Germany’s Steuer-IdNr: eleven digits, one of the first ten repeated, ISO 7064 mod 11,10 (§ 139b AO). */
export const deIdnr = defineKind({
  id: 'de-idnr',
  title: 'a German tax number (Steuer-IdNr)',
  category: 'national-id',
  personal: 'always',
  names: [
    'steuer id',
    'steueridnr',
    'steueridentifikationsnummer',
    'identifikationsnummer',
    'steuernummer',
    'idnr',
    'tin',
  ],
  values: {
    pattern: /^\d{2} ?\d{3} ?\d{3} ?\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('DE', 'idnr', value) },
    chance: { of: '###########', rate: 0.012 },
  },
})
