import { defineKind } from '../define-kind.ts'

/** France’s NIR: sex, year, month, place of birth, serial, and 97 minus the rest modulo 97. */
export const frNir = defineKind({
  id: 'fr-nir',
  title: 'a French social security number (NIR)',
  category: 'national-id',
  personal: 'always',
  names: [
    'nir',
    'numero securite sociale',
    'numero de securite sociale',
    'securite sociale',
    'secu',
    'insee',
    'num secu',
  ],
  unless: ['commune'],
  values: {
    pattern: /^[12478] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('FR', 'nir', value) },
    chance: { of: '1##############', rate: 0.013 },
  },
})
