import { defineKind } from '../define-kind.ts'

/** Sweden’s personnummer: birth date, serial, Luhn digit (SFS 1991:481). */
export const sePersonnummer = defineKind({
  id: 'se-personnummer',
  title: 'a Swedish personal number',
  category: 'national-id',
  personal: 'always',
  names: ['personnummer', 'person nummer', 'personal number', 'pnr'],
  values: {
    pattern: /^(?:\d{2})?\d{6}[-+]?\d{4}$/,
    checksum: {
      library: 'stdnum', // stdnum wants the mark between date and serial.
      passes: (value, { stdnum }) => stdnum('SE', 'personnummer', value.replace(/^(\d{6,8})(\d{4})$/, '$1-$2')),
    },
    chance: { of: '##########', rate: 0.006 },
  },
})
