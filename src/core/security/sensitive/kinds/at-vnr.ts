import { defineKind } from '../define-kind.ts'

/** Austria’s Versicherungsnummer: serial with check digit, birth date. */
export const atVnr = defineKind({
  id: 'at-vnr',
  title: 'an Austrian social security number',
  category: 'national-id',
  personal: 'always',
  names: ['versicherungsnummer', 'sozialversicherungsnummer', 'svnr', 'vsnr', 'sv nummer'],
  values: {
    pattern: /^\d{4} ?\d{6}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('AT', 'vnr', value) },
    chance: { of: '##########', rate: 0.005 },
  },
})
