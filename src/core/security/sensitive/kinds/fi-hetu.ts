import { defineKind } from '../define-kind.ts'

/** Finland’s henkilötunnus: birth date, century, serial, modulo 31. */
export const fiHetu = defineKind({
  id: 'fi-hetu',
  title: 'a Finnish personal number',
  category: 'national-id',
  personal: 'always',
  names: ['hetu', 'henkilotunnus', 'personbeteckning'],
  values: {
    pattern: /^\d{6}[-+A-FU-Y]\d{3}[\dA-Y]$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('FI', 'hetu', value) },
    chance: { of: '######-####', rate: 0.01 },
  },
})
