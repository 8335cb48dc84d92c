import { defineKind } from '../define-kind.ts'

/** Spain’s social security number: twelve digits, the last two modulo 97. */
export const esNss = defineKind({
  id: 'es-nss',
  title: 'a Spanish social security number',
  category: 'national-id',
  personal: 'always',
  names: ['nss', 'numero seguridad social', 'numero de seguridad social', 'seguridad social', 'naf'],
  values: {
    pattern: /^\d{2}[ /-]?\d{8}[ /-]?\d{2}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('ES', 'nss', value) },
    chance: { of: '############', rate: 0.012 },
  },
})
