import type { Need } from './need.ts'
import type { Reading } from './reading.ts'

/** What is read of a table of attributes: nothing but them. */
export const attributeReading = (needs: readonly Need[]): Reading => ({
  needs,
  faults: () => [],
  about: () => 'and attributes',
})
