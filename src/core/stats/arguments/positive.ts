/** Throws unless every named parameter is a finite number above 0. */
export function requirePositive(parameters: Record<string, number>): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (!(value > 0 && value < Infinity)) {
      throw new RangeError(`Expected ${name} to be a finite number above 0 but found ${value}`)
    }
  }
}
