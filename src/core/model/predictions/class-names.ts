/** Code of a cell without a class. */
export const NO_CLASS = 255

/** Classes that are told apart; those beyond count as one. A label column has two. */
const MOST_CLASSES = 255

/** Class names as numbers below 256, in the order in which they first occurred. */
export interface ClassNames {
  readonly names: readonly string[]
  codeOf(name: string): number
}

export function classNames(): ClassNames {
  const codes = new Map<string, number>()
  const names: string[] = []
  return {
    names,
    codeOf(name) {
      const known = codes.get(name)
      if (known !== undefined) return known
      if (names.length === MOST_CLASSES) return MOST_CLASSES - 1
      codes.set(name, names.length)
      return names.push(name) - 1
    },
  }
}
