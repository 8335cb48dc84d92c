import { defineKind } from '../define-kind.ts'
import { PHONE_NAMES, PHONE_UNLESS } from '../phone-names.ts'

/** A number as dialled inside a country: any run of 7 to 13 digits could be one, so the name must say so. */
export const nationalPhone = defineKind({
  id: 'national-phone',
  title: 'a telephone number',
  category: 'contact',
  personal: 'always',
  names: PHONE_NAMES,
  unless: PHONE_UNLESS,
  values: {
    pattern: /^\(?0?\d(?:[\s()./-]{0,2}\d){6,12}$/,
  },
})
