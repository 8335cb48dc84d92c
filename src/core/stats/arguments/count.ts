/** The value itself; throws unless it is a whole number of at least 0. */
export function count(value: number, name: string): number {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`Expected ${name} to be a whole number of at least 0 but found ${value}`)
  }
  return value
}
