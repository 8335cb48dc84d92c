import type { Need } from '../../model/predictions/need.ts'
import type { Reading } from '../../model/predictions/reading.ts'

/** What is read of predictions whose truth is not known yet: everything but that. */
export const unlabelledReading = (needs: readonly Need[]): Reading => ({
  needs: needs.filter(({ side }) => side !== 'truth'),
  faults: () => [],
  about: () => 'a probability and no label',
})
