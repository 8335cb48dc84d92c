const WORDS = new Map([
  ['true', 'true'],
  ['True', 'true'],
  ['TRUE', 'true'],
  ['false', 'false'],
  ['False', 'false'],
  ['FALSE', 'false'],
])

/** `true` or `false` for the ways programs write them; undefined for anything else. */
export const truthValue = (text: string): string | undefined => WORDS.get(text)
