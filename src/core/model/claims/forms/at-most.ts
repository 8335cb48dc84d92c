import type { ClaimReader } from '../claim-reader.ts'

/** Takes `<= NUMBER UNIT`: the value in the smallest of the units, and how it was written. */
export function atMost(
  reader: ClaimReader,
  after: string,
  units: ReadonlyMap<string, number>,
): { value: number; written: string } {
  const sign = reader.peek().text
  if (sign !== '<=' && sign !== '≤') throw reader.unexpected(`'<=' after '${after}'`)
  reader.take()
  const { value, token } = reader.number(sign)
  const unit = reader.peek()
  const factor = units.get(unit.text.toLowerCase())
  const known = [...units.keys()]
  if (factor === undefined) throw reader.unexpected(`a unit after ${token.text}: ${known.join(', ')}`)
  reader.take()
  if (!(value > 0))
    throw reader.error('claims.out-of-range', `Expected a number above 0 but found ${token.text}`, { token })
  return { value: value * factor, written: `${token.text} ${unit.text}` }
}
