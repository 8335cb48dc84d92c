import { defineKind } from '../define-kind.ts'

/** Denmark’s CPR number: birth date and serial, without a check digit since 2007: a time in seconds can pass, so the name must say so. */
export const dkCpr = defineKind({
  id: 'dk-cpr',
  title: 'a Danish personal number (CPR)',
  category: 'national-id',
  personal: 'always',
  names: ['cpr', 'cpr nummer', 'cprnummer', 'cpr nr', 'personnummer'],
  values: {
    pattern: /^\d{6}-?\d{4}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('DK', 'cpr', value) },
  },
})
