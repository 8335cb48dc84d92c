import { defineKind } from '../define-kind.ts'

/** Ireland’s PPS number: seven digits and a letter modulo 23. */
export const iePps = defineKind({
  id: 'ie-pps',
  title: 'an Irish PPS number',
  category: 'national-id',
  personal: 'always',
  names: ['pps', 'ppsn', 'pps number', 'ppsno'],
  values: {
    pattern: /^\d{7}[A-W][A-IW]?$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('IE', 'pps', value) },
    chance: { of: '#######A', rate: 0.045 },
  },
})
