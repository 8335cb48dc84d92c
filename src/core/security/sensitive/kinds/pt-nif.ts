import { defineKind } from '../define-kind.ts'

/** Portugal’s NIF: nine digits, a kind first, modulo 11. */
export const ptNif = defineKind({
  id: 'pt-nif',
  title: 'a Portuguese tax number (NIF)',
  category: 'national-id',
  personal: 'always',
  names: ['nif', 'contribuinte', 'numero contribuinte', 'numero de contribuinte', 'numero fiscal'],
  values: {
    pattern: /^\d{3} ?\d{3} ?\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('PT', 'nif', value) },
    chance: { of: '#########', rate: 0.1 },
  },
})
