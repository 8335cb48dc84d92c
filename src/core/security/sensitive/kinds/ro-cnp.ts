import { defineKind } from '../define-kind.ts'

/** Romania’s CNP: sex and century, birth date, county, serial, and a weighted check digit. */
export const roCnp = defineKind({
  id: 'ro-cnp',
  title: 'a Romanian personal number (CNP)',
  category: 'national-id',
  personal: 'always',
  names: ['cnp', 'cod numeric personal'],
  values: {
    pattern: /^[1-9]\d{12}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('RO', 'cnp', value) },
    chance: { of: '1############', rate: 0.003 },
  },
})
