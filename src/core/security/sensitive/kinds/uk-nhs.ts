import { nhs } from '../checksums/nhs.ts'
import { defineKind } from '../define-kind.ts'

/** England’s NHS number: ten digits modulo 11 (NHS Data Dictionary). */
export const ukNhs = defineKind({
  id: 'uk-nhs',
  title: 'an NHS number',
  category: 'national-id',
  personal: 'always',
  names: ['nhs', 'nhs number', 'nhs no', 'nhsnumber'],
  unless: ['trust'],
  values: {
    pattern: /^\d{3}[ -]?\d{3}[ -]?\d{4}$/,
    checksum: { passes: value => nhs(value) },
    chance: { of: '##########', rate: 0.1 },
  },
})
