import { expect, test } from 'vitest'
import { compare, csv } from '../core/drift/in-memory.ts'
import { random } from '../core/drift/random.ts'

const { normal, index } = random(11)
const CHUNK = 400

/** Chunks of numbers that go up and down by half a standard deviation, and numbers and words that do not. */
function table(chunks: readonly number[]) {
  const rows = chunks.flatMap(level => Array.from({ length: CHUNK }, () => level + normal()))
  return csv({
    season: rows.map(value => value.toFixed(4)),
    steady: rows.map(() => normal().toFixed(4)),
    word: rows.map(() => `w${index([0.4, 0.3, 0.3])}`),
  })
}

const reference = table([0, 0.8, 0, 0.8, 0, 0.8, 0, 0.8, 0, 0.8])
const usual = table([0.8])

test('a column that goes up and down in the reference may do so by as much', async () => {
  const plain = await compare(reference, usual)
  expect(plain.check('season.distribution').status).toBe('fail')
  expect(plain.result).not.toHaveProperty('calibration')

  const calibrated = await compare(reference, usual, { calibrate: true })
  expect(calibrated.verdict).toBe('passed')
  const { calibration } = calibrated.result
  expect(calibration).toMatchObject({ chunks: 10, rows: CHUNK, raised: [{ column: 'season', from: 0.2 }] })
  const limit = calibration?.raised[0]?.to ?? 0
  expect(limit).toBeGreaterThan(0.35)
  expect(limit).toBeLessThan(0.8)
  expect(calibrated.check('season.distribution')).toMatchObject({ status: 'warn', required: { value: limit } })
  expect(calibrated.check('steady.distribution').required?.value).toBe(0.2)
})

test('by more it fails all the same', async () => {
  const { check } = await compare(reference, table([2.5]), { calibrate: true })
  expect(check('season.distribution').status).toBe('fail')
})

test('a reference of few chunks leaves the limits as they are, and says so', async () => {
  const { check, result } = await compare(table([0, 0.8, 0, 0.8]), usual, { calibrate: true })
  expect(check('calibration.chunks')).toMatchObject({ status: 'warn', measured: { value: 4 } })
  expect(check('season.distribution').required?.value).toBe(0.2)
  expect(result).not.toHaveProperty('calibration')
})

test('chunks are spread over a long reference, and the rows between them are left out', async () => {
  const { result } = await compare(table(Array.from({ length: 27 }, () => 0)), usual, { calibrate: true })
  expect(result.calibration).toEqual({ chunks: 20, rows: CHUNK, raised: [] })
})
