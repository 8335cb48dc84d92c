import { defineKind } from '../define-kind.ts'

/** Switzerland’s AHV number: 756 and an EAN-13 check digit. */
export const chAhv = defineKind({
  id: 'ch-ahv',
  title: 'a Swiss social security number (AHV)',
  category: 'national-id',
  personal: 'always',
  names: ['ahv', 'ahv nummer', 'ahv nr', 'avs', 'numero avs', 'sozialversicherungsnummer', 'navs13', 'ahvn13'],
  values: {
    pattern: /^756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('CH', 'ssn', value) },
    chance: { of: '756##########', rate: 0.11 },
  },
})
