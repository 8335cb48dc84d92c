import { defineKind } from '../define-kind.ts'

/** The United States’ employer number: most nine digits are one, so the name must say so. */
export const usEin = defineKind({
  id: 'us-ein',
  title: 'a US employer number (EIN)',
  category: 'national-id',
  personal: 'sometimes',
  names: ['ein', 'fein', 'employer identification', 'employer identification number', 'employer id'],
  values: {
    pattern: /^\d{2}-?\d{7}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('US', 'ein', value) },
  },
})
