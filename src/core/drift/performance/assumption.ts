/** What CBPE takes for granted; stands wherever its numbers do. */
export const ASSUMPTION =
  'estimated without labels (CBPE): it holds only if the relation between score and truth has not changed since the reference; concept drift is not seen'
