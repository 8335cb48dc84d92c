import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { METHODS } from '../../../src/core/drift/method-for.ts'
import { Status, Verdict } from '../../../src/core/verdict.ts'
import { expectClose } from './expect-close.ts'
import { compareFolder } from './in-memory.ts'

const CASES = new URL('../../cases/drift/', import.meta.url)

/** What a case says of the evidence; numbers were computed with SciPy and statsmodels. */
const Expected = z.strictObject({
  verdict: Verdict,
  checks: z
    .record(z.string(), z.strictObject({ status: Status, measured: z.record(z.string(), z.unknown()) }))
    .default({}),
  /** By column, then by method. */
  reported: z.record(z.string(), z.record(z.string(), z.number())).default({}),
  unseen: z.record(z.string(), z.unknown()).default({}),
})

describe.each(METHODS)('$id', ({ id }) => {
  const folder = new URL(`${id}/`, CASES)

  test('has its file, its line in index.ts and at least one case', () => {
    expect(existsSync(new URL(`../../../src/core/drift/methods/${id}.ts`, import.meta.url))).toBe(true)
    expect(readdirSync(folder)).not.toEqual([])
  })

  test.each(readdirSync(folder))('%s', async name => {
    const at = new URL(`${name}/`, folder)
    const expected = Expected.parse(JSON.parse(readFileSync(new URL('expected.json', at), 'utf8')))
    const found = await compareFolder(at)

    expect(found.verdict).toBe(expected.verdict)
    for (const [check, { status, measured }] of Object.entries(expected.checks)) {
      expect(found.check(check).status).toBe(status)
      expectClose(found.check(check).measured, measured)
    }
    for (const [column, values] of Object.entries(expected.reported)) {
      expectClose(found.row(column).reported, values)
    }
    for (const [column, unseen] of Object.entries(expected.unseen)) {
      expectClose(found.row(column).unseen, unseen)
    }
    expect(Object.keys({ ...expected.checks, ...expected.reported })).not.toEqual([])
  })
})

test('every method file is registered, and every folder of cases belongs to a method', () => {
  const ids = METHODS.map(method => method.id).toSorted()
  const files = readdirSync(new URL('../../../src/core/drift/methods/', import.meta.url))
  expect(
    files
      .filter(file => file !== 'index.ts')
      .map(file => file.replace('.ts', ''))
      .toSorted(),
  ).toEqual(ids)
  expect(readdirSync(CASES).toSorted()).toEqual(ids)
})
