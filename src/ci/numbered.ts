/** The number that a variable holds; undefined where it holds none. */
export const numbered = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
