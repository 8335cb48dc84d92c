import { defineKind } from '../define-kind.ts'

/** Italy’s codice fiscale of a person: the last letter is a check over the other fifteen (D.M. 12 March 1974). */
export const itCodiceFiscale = defineKind({
  id: 'it-codice-fiscale',
  title: 'an Italian tax code (codice fiscale)',
  category: 'national-id',
  personal: 'always',
  names: ['codice fiscale', 'cod fiscale', 'cod fisc', 'codfisc', 'cf', 'fiscal code', 'tax code'],
  values: {
    pattern: /^[A-Z]{6}[\dLMNPQRSTUV]{2}[ABCDEHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('IT', 'codicefiscale', value) },
    chance: { of: 'AAAAAA##A##A###A', rate: 0.04 },
  },
})
