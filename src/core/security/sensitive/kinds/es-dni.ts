import { defineKind } from '../define-kind.ts'

/** Spain’s DNI and NIE: the letter is the number modulo 23 (R.D. 1553/2005). */
export const esDni = defineKind({
  id: 'es-dni',
  title: 'a Spanish identity number (DNI, NIE)',
  category: 'national-id',
  personal: 'always',
  names: [
    'dni',
    'nie',
    'nif',
    'numero de identidad',
    'documento nacional',
    'documento de identidad',
    'documento identidad',
  ],
  values: {
    pattern: /^(?:\d{8}|[XYZ][ -]?\d{7})[ -]?[A-Z]$/i,
    checksum: {
      library: 'stdnum',
      passes: (value, { stdnum }) => stdnum('ES', 'dni', value) || stdnum('ES', 'nie', value),
    },
    chance: { of: '########A', rate: 0.042 },
  },
})
