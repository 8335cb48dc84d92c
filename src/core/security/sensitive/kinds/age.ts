import { defineKind } from '../define-kind.ts'

/** Age in years, by the column’s name; the cells must be numbers a person can be old. */
export const age = defineKind({
  id: 'age',
  title: 'an age',
  category: 'person',
  personal: 'sometimes',
  names: [
    '=age',
    'customer age',
    'applicant age',
    'patient age',
    'client age',
    'person age',
    'age years',
    'age at',
    '=alter',
    '=edad',
    '=eta',
    '=leeftijd',
    '=idade',
    '=wiek',
  ],
  values: {
    pattern: /^\d{1,3}(?:\.\d+)?$/,
    checksum: { passes: value => Number(value) <= 125 },
  },
})
