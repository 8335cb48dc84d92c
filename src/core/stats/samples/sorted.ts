/** A sorted copy of a sample; throws when it is empty or holds NaN. Infinities sort to the ends. */
export function sorted(values: ArrayLike<number>, name: string): Float64Array {
  const copy = new Float64Array(values)
  if (!isAscending(copy)) copy.sort()
  const last = copy.at(-1)
  if (last === undefined) throw new RangeError(`Expected ${name} to hold at least one value but found none`)
  // a typed array sorts NaN to its end
  if (Number.isNaN(last)) throw new RangeError(`Expected ${name} to hold numbers only but found NaN`)
  return copy
}

/** A sorted copy of a sample; throws when it holds fewer than `atLeast` values, NaN or an infinity. */
export function sortedFinite(values: ArrayLike<number>, name: string, atLeast = 1): Float64Array {
  const copy = sorted(values, name)
  if (copy.length < atLeast) {
    throw new RangeError(`Expected ${name} to hold at least ${atLeast} values but found ${copy.length}`)
  }
  for (const end of [copy.at(0), copy.at(-1)]) {
    if (!Number.isFinite(end)) throw new RangeError(`Expected ${name} to hold finite numbers only but found ${end}`)
  }
  return copy
}

/** Sorting what is sorted takes far longer than seeing that it is. NaN is never in order. */
function isAscending(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (!((values[i - 1] ?? 0) <= (values[i] ?? 0))) return false
  return !Number.isNaN(values[0])
}
