import { shown } from './shown.ts'

/** Names that a sentence lists. */
const LISTED = 4

/** Names for a sentence: `'a', 'b' and 3 more`. */
export function listed(names: readonly string[]): string {
  const more = names.length - LISTED
  return `${names.slice(0, LISTED).map(shown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
