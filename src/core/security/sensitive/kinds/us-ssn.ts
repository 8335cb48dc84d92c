import { defineKind } from '../define-kind.ts'

/** The United States’ social security number: nearly any nine digits are one, so the name must say so. */
export const usSsn = defineKind({
  id: 'us-ssn',
  title: 'a US social security number',
  category: 'national-id',
  personal: 'always',
  names: ['ssn', 'social security', 'social security number', 'socialsecurity', 'ss number'],
  values: {
    pattern: /^\d{3}-\d{2}-\d{4}$|^\d{9}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('US', 'ssn', value) },
  },
})
