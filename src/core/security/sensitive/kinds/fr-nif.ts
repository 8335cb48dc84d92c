import { defineKind } from '../define-kind.ts'

/** France’s tax number (SPI): thirteen digits starting with 0 to 3, the last three modulo 511. */
export const frNif = defineKind({
  id: 'fr-nif',
  title: 'a French tax number (SPI)',
  category: 'national-id',
  personal: 'always',
  names: ['spi', 'nif', 'numero fiscal', 'numero spi', 'reference fiscale'],
  values: {
    pattern: /^[0-3]\d ?\d{2} ?\d{3} ?\d{3} ?\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('FR', 'nif', value) },
    chance: { of: '1############', rate: 0.003 },
  },
})
