import { defineKind } from '../define-kind.ts'

/** Poland’s PESEL: birth date, serial, sex and a weighted check digit. */
export const plPesel = defineKind({
  id: 'pl-pesel',
  title: 'a Polish identity number (PESEL)',
  category: 'national-id',
  personal: 'always',
  names: ['pesel', 'numer pesel'],
  values: {
    pattern: /^\d{11}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('PL', 'pesel', value) },
    chance: { of: '###########', rate: 0.01 },
  },
})
