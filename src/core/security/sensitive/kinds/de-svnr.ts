import { defineKind } from '../define-kind.ts'

/** Germany’s Versicherungsnummer: office, birth date, initial, serial and check digit (VKVV § 2). */
export const deSvnr = defineKind({
  id: 'de-svnr',
  title: 'a German social security number',
  category: 'national-id',
  personal: 'always',
  names: ['sozialversicherungsnummer', 'rentenversicherungsnummer', 'versicherungsnummer', 'svnr', 'rvnr', 'sv nummer'],
  values: {
    pattern: /^\d{2} ?\d{6} ?[A-Z] ?\d{3}$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('DE', 'svnr', value) },
    chance: { of: '########A###', rate: 0.012 },
  },
})
