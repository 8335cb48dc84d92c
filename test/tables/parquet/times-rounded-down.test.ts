import { expect, it } from 'vitest'
import { convertValues } from '../../../src/tables/parquet/cells/convert-values.ts'
import { numberForm } from '../../../src/tables/parquet/cells/number-form.ts'

const STORED = [-1_000_001n, -1_000_000n, -999_999n, -1n, 0n, 999_999n, 1_000_000n, -876_100_000n, -(2n ** 63n)]
const LONGEST = { NANOS: -9_223_372_036_855, MICROS: -9_223_372_036_854_776, MILLIS: Number.NaN }

it.each([
  ['NANOS', [-2, -1, -1, -1, 0, 0, 1, -877]],
  ['MICROS', [-1001, -1000, -1000, -1, 0, 999, 1000, -876_100]],
  ['MILLIS', [-1_000_001, -1_000_000, -999_999, -1, 0, 999_999, 1_000_000, -876_100_000]],
] as const)('rounds times of %s down, those before 1970 as well', async (unit, expected) => {
  const element = {
    name: 'at',
    type: 'INT64',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit },
  } as const
  const all = [...expected, Math.abs(LONGEST[unit]) <= 8.64e15 ? LONGEST[unit] : Number.NaN]
  const stored = { is: 'numbers', length: STORED.length, numbers: BigInt64Array.from(STORED) } as const
  expect(Array.from(numberForm(element)?.read(stored.numbers).numbers ?? [])).toEqual(all)
  const convert = await convertValues([{ children: [], count: 0, element, path: [] }])
  expect(Array.from(convert(stored), value => (value instanceof Date ? value.getTime() : value))).toEqual(all)
})
