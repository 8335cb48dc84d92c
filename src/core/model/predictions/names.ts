/** Code of a cell without a name. */
export const NO_NAME = 0xffff_ffff

/** Names as whole numbers from 0, in the order in which they first occurred. */
export interface NameCodes {
  readonly names: readonly string[]
  codeOf(name: string): number
}

/** Tells apart that many names at `most`; those beyond count as the last. */
export function collectNames(most: number): NameCodes {
  const codes = new Map<string, number>()
  const names: string[] = []
  return {
    names,
    codeOf(name) {
      const known = codes.get(name)
      if (known !== undefined) return known
      if (names.length === most) return most - 1
      codes.set(name, names.length)
      return names.push(name) - 1
    },
  }
}
