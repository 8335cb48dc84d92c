import { defineKind } from '../define-kind.ts'
import { PHONE_NAMES, PHONE_UNLESS } from '../phone-names.ts'

/** A number written internationally (E.164): with `+` and the country, valid by that country’s numbering plan. */
export const phone = defineKind({
  id: 'phone',
  title: 'a telephone number',
  category: 'contact',
  personal: 'always',
  names: PHONE_NAMES,
  unless: PHONE_UNLESS,
  values: {
    pattern: /^\+\d[\d\s()./-]{6,20}\d$/,
    checksum: { library: 'libphonenumber', passes: (value, { phone }) => phone(value) },
    chance: { of: '+############', rate: 0.09 },
  },
})
