import { defineKind } from '../define-kind.ts'

/** Belgium’s national number: birth date, serial, and 97 minus the rest modulo 97. */
export const beNn = defineKind({
  id: 'be-nn',
  title: 'a Belgian national number',
  category: 'national-id',
  personal: 'always',
  names: [
    'rijksregisternummer',
    'numero national',
    'numero de registre national',
    'registre national',
    'niss',
    'insz',
    'nrn',
  ],
  values: {
    pattern: /^\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('BE', 'nn', value) },
    chance: { of: '###########', rate: 0.002 },
  },
})
