import { defineKind } from '../define-kind.ts'

/** The Netherlands’ burgerservicenummer: nine digits that pass the eleven test. */
export const nlBsn = defineKind({
  id: 'nl-bsn',
  title: 'a Dutch citizen number (BSN)',
  category: 'national-id',
  personal: 'always',
  names: ['bsn', 'burgerservicenummer', 'sofinummer', 'sofi nummer'],
  values: {
    pattern: /^\d{9}$|^\d{4}[. ]\d{2}[. ]\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('NL', 'bsn', value) },
    chance: { of: '#########', rate: 0.1 },
  },
})
