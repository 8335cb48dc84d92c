import { luhn } from '../checksums/luhn.ts'
import { defineKind } from '../define-kind.ts'

/** A mobile device’s number (3GPP TS 23.003): fifteen digits, the last a Luhn digit. */
export const imei = defineKind({
  id: 'imei',
  title: 'a mobile device number (IMEI)',
  category: 'device',
  personal: 'always',
  names: ['imei', 'device imei'],
  values: {
    pattern: /^\d{2}-?\d{6}-?\d{6}-?\d$/,
    checksum: { passes: value => luhn(value) },
    chance: { of: '###############', rate: 0.11 },
  },
})
