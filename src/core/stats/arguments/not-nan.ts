/** The value itself; throws when it is NaN. */
export function notNan(value: number): number {
  if (Number.isNaN(value)) throw new RangeError('Expected a number but found NaN')
  return value
}
