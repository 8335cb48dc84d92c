import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Hashes } from '../../src/core/tables/batch.ts'
import { compareKeys } from '../../src/core/tables/measures/compare-keys.ts'
import { countKeys } from '../../src/core/tables/measures/count-keys.ts'
import { type KeyLog, logKeys, mergeKeys, noKeys, relieve } from '../../src/core/tables/measures/key-log.ts'
import type { Overflow } from '../../src/core/tables/overflow.ts'
import { overflowFile, readStored } from '../../src/tables/overflow-files.ts'

const ROWS = 600_000

/** Keys that are spread over all partitions; of each of the first hundred, one row more at the end. */
function keysOfRows(): { hashes: Hashes; places: Float64Array } {
  const word = (factor: number) => Uint32Array.from({ length: ROWS }, (_, row) => Math.imul(row % (ROWS - 100), factor))
  return {
    hashes: { a: word(0x9e3779b1), b: word(0x85ebca6b), c: word(1) },
    places: Float64Array.from({ length: ROWS }, (_, row) => 2 ** 33 + row),
  }
}

/** Logs the rows in batches, in as many logs as that, one of which takes over the others in the end. */
function logged(logs: number, overflow?: Overflow): KeyLog {
  const { hashes, places } = keysOfRows()
  const all = Array.from({ length: logs }, noKeys)
  for (let from = 0, batch = 0; from < ROWS; from += 30_000, batch++) {
    const log = all[batch % logs] ?? noKeys()
    const part = <Words extends Uint32Array | Float64Array>(words: Words) =>
      words.subarray(from, from + 30_000) as Words
    logKeys(log, { a: part(hashes.a), b: part(hashes.b), c: part(hashes.c) }, part(places), new Uint8Array(30_000))
    relieve(log, overflow, 50_000)
  }
  const [first = noKeys(), ...others] = all
  for (const other of others) mergeKeys(first, other)
  return first
}

test('keys that were put into files are counted and compared as those in memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-test-'))
  try {
    const inMemory = logged(1)
    const inFiles = logged(
      1,
      overflowFile(() => join(folder, 'one')),
    )
    expect(readdirSync(folder)).toEqual(['one'])
    expect(inFiles.pieces.flat().length).toBeLessThan(inMemory.pieces.flat().length)
    const counted = countKeys(inMemory, 3)
    expect(counted).toMatchObject({ distinct: ROWS - 100, repeats: 100 })
    expect(countKeys(inFiles, 3, readStored)).toEqual(counted)
    expect(compareKeys(inFiles, inMemory, 'shared', readStored).count).toBe(ROWS)
    expect(compareKeys(noKeys(), inFiles, 'missing', readStored).count).toBe(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('logs of several threads join, some of their keys in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-test-'))
  try {
    let files = 0
    const joined = logged(
      3,
      overflowFile(() => join(folder, `${files++}`)),
    )
    const byPlace = (log: KeyLog, read?: typeof readStored) => {
      const { repeated, ...rest } = countKeys(log, 3, read)
      return { ...rest, repeated: repeated.toSorted((a, b) => a.first - b.first) }
    }
    expect(readdirSync(folder)).toHaveLength(1)
    expect(byPlace(joined, readStored)).toEqual(byPlace(logged(1)))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('nothing is written while there is room', () => {
  const log = noKeys()
  const { hashes, places } = keysOfRows()
  logKeys(log, hashes, places.subarray(0, 400_000), new Uint8Array(400_000))
  relieve(log, {
    put() {
      throw new Error('There was room')
    },
  })
  expect(countKeys(log, 3).distinct).toBe(400_000)
})
