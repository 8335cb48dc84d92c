/** Longest value shown in a sentence. */
const LONGEST = 40

/** A cell's text inside a sentence, shortened where it is long. */
export const quoted = (value: string): string =>
  `'${value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value}'`
