import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { driftCompare } from '../../src/commands/drift-compare.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { compare, csv, inMemory } from '../core/drift/in-memory.ts'
import { random } from '../core/drift/random.ts'
import { isConfigured } from '../harness/is-configured.ts'

const example = (name: string) => readFileSync(new URL(`../../examples/credit/${name}.csv`, import.meta.url), 'utf8')
const numbers = (n: number, seed = 1) => {
  const { normal } = random(seed)
  return Array.from({ length: n }, () => normal().toFixed(4))
}
const words = (n: number, ...values: string[]) => Array.from({ length: n }, (_, i) => values[i % values.length] ?? '')
const statuses = ({ checks }: { checks: readonly { id: string; status: string }[] }, status: string) =>
  checks.filter(check => check.status === status).map(check => check.id)

describe('a month of credit applications against the training table', () => {
  const comparison = compare(example('train'), example('current'), { ignore: ['id'] })

  test('exactly the three columns that were changed fail, each by the check it was changed in', async () => {
    const found = await comparison
    expect(found.verdict).toBe('failed')
    expect(statuses(found, 'fail')).toEqual(['home.unseen-categories', 'income.distribution', 'assets.missing-share'])
    expect(statuses(found, 'inconclusive')).toEqual(['home.distribution'])
    expect(statuses(found, 'warn')).toEqual([])
    expect(statuses(found, 'pass')).toHaveLength(29)
  })

  test('a check says what was expected, what was found and what to do', async () => {
    const { check } = await comparison
    expect(check('income.distribution')).toMatchObject({
      title: 'income: same distribution',
      reason: 'Expected a percentile shift of at most 0.2 but found 0.401 (median 122 → 153), adjusted p < 10⁻¹⁵',
      measured: { method: 'percentile-shift', n: 4073, level: 0.9 },
      required: { comparator: '<=', value: 0.2 },
      locations: [{ file: 'current.csv', column: 'income' }],
    })
    expect(check('home.unseen-categories')).toMatchObject({
      reason:
        "Expected a share of rows in unseen categories of at most 0 but found 0.0539 (72 of 1 337 rows: 'cooperative')",
      hint: "Map the values to categories the model knows, or train it on rows that have them; if the change is harmless, raise 'max-unseen-share'",
      locations: [{ file: 'current.csv', column: 'home', line: 57 }],
    })
    expect(check('assets.missing-share').reason).toBe(
      'Expected a change of the missing share of at most 0.05 but found 0.137 (1.15 % → 14.8 %), adjusted p < 10⁻¹⁵',
    )
  })

  test('the table of columns has the worst first, with the methods it was made by', async () => {
    const { result, row } = await comparison
    expect(result.columns.map(one => one.column).slice(0, 3)).toEqual(['income', 'home', 'assets'])
    expect(result).toMatchObject({ rows: { reference: 3117, current: 1337 }, alpha: 0.05, level: 0.9, tests: 20 })
    expect(result.methods.map(method => method.id)).toEqual([
      'le-cam',
      'missing-share',
      'percentile-shift',
      'psi',
      'unseen-categories',
    ])
    expect(row('home').unseen).toEqual({ rows: 72, share: 72 / 1337, values: ['cooperative'] })
    expect(row('income').histogram?.edges).toEqual([67, 82, 98, 110, 122, 139, 155, 185, 230])
  })

  test('both tables are named as materials', async () => {
    expect((await comparison).materials).toMatchObject([
      { name: 'reference.csv', role: 'reference', rows: 3117 },
      { name: 'current.csv', role: 'current', rows: 1337 },
    ])
  })

  test('the untouched hold-out passes', async () => {
    const found = await compare(example('train'), example('holdout'), { ignore: ['id'] })
    expect(found.verdict).toBe('passed')
    expect(found.checks.filter(check => check.status !== 'pass')).toEqual([])
  })

  test('fifty rows of it are too few, and the hint says how many are not', async () => {
    const few = example('holdout').split('\n').slice(0, 51).join('\n')
    const found = await compare(example('train'), few, { ignore: ['id'] })
    expect(found.verdict).toBe('inconclusive')
    expect(found.check('age.distribution')).toMatchObject({
      status: 'inconclusive',
      hint: expect.stringMatching(/^About \d[\d ]* current rows would settle it if nothing has drifted; there are 50$/),
    })
    const { checks, result } = found
    const open = checks.filter(({ status }) => status === 'inconclusive')
    const needs = open.flatMap(({ hint = '' }) => /^About (\d[\d ]*) (?:current )?rows/.exec(hint)?.[1] ?? [])
    expect(result.settling).toMatchObject({
      undecided: open.length,
      settled: needs.length,
      current: Math.max(...needs.map(rows => Number(rows.replaceAll(' ', '')))),
    })
  })

  test('ids, unless ignored, fail with a hint to ignore them', async () => {
    const rows = (from: number) => Array.from({ length: 400 }, (_, i) => from + i)
    const { check } = await compare(csv({ id: rows(1) }), csv({ id: rows(401) }))
    expect(check('id.distribution')).toMatchObject({
      status: 'fail',
      hint: "All values are different whole numbers: if they identify rows, name the column under 'ignore'",
    })
  })
})

describe('columns', () => {
  const x = numbers(600)

  test('that only the reference has fail; that only the current table has are a warning', async () => {
    const found = await compare(csv({ x, old: x }), csv({ x, new: x }))
    expect(found.verdict).toBe('failed')
    expect(found.check('old.present')).toMatchObject({
      status: 'fail',
      locations: [{ file: 'current.csv', line: 1, column: 'old' }],
    })
    expect(found.check('new.present').status).toBe('warn')
    expect(found.result.columns.map(row => row.column)).toEqual(['x'])
  })

  test('asked for by name that have no baseline are inconclusive', async () => {
    const found = await compare(csv({ x }), csv({ x, new: x }), { columns: ['x', 'new'] })
    expect(found.check('new.present').status).toBe('inconclusive')
    expect(found.verdict).toBe('inconclusive')
  })

  test('are matched by name, wherever they stand', async () => {
    const found = await compare(csv({ x, c: words(600, 'a', 'b') }), csv({ c: words(600, 'a', 'b'), x }))
    expect(found.verdict).toBe('passed')
  })

  test('that are not asked for, or ignored, are left out', async () => {
    const shifted = x.map(value => Number(value) + 5)
    const tables = [csv({ x, y: x, z: x }), csv({ x, y: shifted, z: shifted })] as const
    expect((await compare(...tables)).verdict).toBe('failed')
    expect((await compare(...tables, { ignore: ['y', 'z'] })).verdict).toBe('passed')
    expect((await compare(...tables, { columns: ['x'] })).verdict).toBe('passed')
    expect((await compare(...tables, { columns: ['x', 'y'], ignore: ['y'] })).verdict).toBe('passed')
  })

  test('with very long or strange names have ids of bounded length', async () => {
    const [long, strange] = ['n'.repeat(5000), 'a | b\u202e <img>']
    const found = await compare(csv({ [long]: x, [strange]: x }), csv({ [long]: x, [strange]: x }))
    expect(Math.max(...found.checks.map(check => check.id.length))).toBeLessThan(256)
    expect(found.check(`${strange}.distribution`).status).toBe('pass')
  })

  test.each([
    ['none is shared', csv({ x }), csv({ y: x }), {}, 'drift.no-shared-column'],
    ['all are ignored', csv({ x }), csv({ x }), { ignore: ['x'] }, 'drift.no-shared-column'],
    ['a name is misspelt', csv({ income: x }), csv({ income: x }), { ignore: ['incme'] }, 'drift.unknown-column'],
  ])('%s: an error of the input', async (_, reference, current, settings, code) => {
    await expect(compare(reference, current, settings)).rejects.toMatchObject({ code, kind: 'input', hint: /./ })
  })

  test('a misspelt name is met with the one that was meant', async () => {
    await expect(compare(csv({ income: x }), csv({ income: x }), { columns: ['incme'] })).rejects.toThrow(
      "but found 'incme': did you mean 'income'?",
    )
  })
})

describe('nothing is concluded from', () => {
  const x = numbers(600)

  test.each([
    ['an empty reference', 'x\n', csv({ x }), ['reference.rows']],
    ['an empty current table', csv({ x }), 'x\n', ['current.rows']],
    ['two empty tables', 'x\n', 'x\n', ['reference.rows', 'current.rows']],
  ])('%s', async (_, reference, current, ids) => {
    const found = await compare(reference, current)
    expect(found.verdict).toBe('inconclusive')
    expect(statuses(found, 'inconclusive')).toEqual(ids)
    expect(found.result.columns).toEqual([])
  })

  test('one row', async () => {
    const found = await compare(csv({ x: [1], c: ['a'] }), csv({ x: [1], c: ['a'] }))
    expect(found.verdict).toBe('inconclusive')
    expect(found.check('x.distribution').status).toBe('inconclusive')
    expect(found.check('c.distribution').status).toBe('inconclusive')
  })

  test('a column without a value on either side', async () => {
    const blank = words(600, '')
    const found = await compare(csv({ x, y: blank }), csv({ x, y: blank }))
    expect(found.check('y.distribution')).toMatchObject({
      status: 'inconclusive',
      reason: 'Expected values to compare but found none in the reference and the current table',
    })
    expect(found.row('y').kind).toBe('empty')
    expect(found.verdict).toBe('inconclusive')
  })

  test('a column that has lost all its values, but that it has', async () => {
    const found = await compare(csv({ x, y: x }), csv({ x, y: words(600, '') }))
    expect(found.check('y.distribution').status).toBe('inconclusive')
    expect(found.check('y.missing-share')).toMatchObject({ status: 'fail', measured: { value: 1 } })
  })

  test('tables in which no column can be compared', async () => {
    const ids = Array.from({ length: 300 }, (_, i) => `id-${i}`)
    const found = await compare(csv({ ids }), csv({ ids: ids.toReversed() }))
    expect(found.check('ids.comparable').status).toBe('warn')
    expect(found.check('columns.compared').status).toBe('inconclusive')
    expect(found.verdict).toBe('inconclusive')
  })

  test('the same file twice without a warning', async () => {
    const found = await compare(csv({ x }), csv({ x }))
    expect(found.check('tables.differ').status).toBe('warn')
  })
})

describe('values', () => {
  const x = numbers(600)

  test('that are the same throughout are compared like others', async () => {
    const same = await compare(csv({ x: words(600, '7') }), csv({ x: words(500, '7') }))
    expect(same.check('x.distribution')).toMatchObject({ status: 'pass', measured: { value: 0, pValue: 1 } })
    expect(same.result.tests).toBe(0)
    const changed = await compare(csv({ x: words(600, '7') }), csv({ x: words(500, '8') }))
    expect(changed.check('x.distribution')).toMatchObject({ status: 'fail' })
  })

  test('that are no numbers in a column of numbers fail, with the line', async () => {
    const found = await compare(csv({ x }), csv({ x: x.toSpliced(41, 1, 'n/a') }))
    expect(found.check('x.type')).toMatchObject({
      status: 'fail',
      measured: { value: 1, n: 600 },
      reason: 'Expected only numbers, as in the reference, but found 1 of 600 cells that are none',
      locations: [{ file: 'current.csv', line: 43, column: 'x' }],
    })
    expect(found.check('x.distribution').measured?.n).toBe(1199)
  })

  test('that are all numbers in a column of text fail', async () => {
    const found = await compare(csv({ c: words(600, 'a', 'b') }), csv({ c: words(600, '0', '1') }))
    expect(found.check('c.type').status).toBe('fail')
    expect(found.check('c.unseen-categories')).toMatchObject({ status: 'fail', measured: { value: 1 } })
  })

  test('that are codes may lack the one that is a word', async () => {
    const found = await compare(csv({ c: words(600, '0', '1', '0', '1', '?') }), csv({ c: words(500, '0', '1') }), {
      limits: { 'le-cam': 0.5 },
    })
    expect(statuses(found, 'fail')).toEqual([])
    expect(found.row('c')).toMatchObject({ kind: 'categorical', unseen: { rows: 0 } })
  })

  test.each(['NaN', 'inf', '-Infinity', '1e999'])('such as %s fail and are counted', async cell => {
    const found = await compare(csv({ x }), csv({ x: x.with(10, cell).with(20, cell) }))
    expect(found.check('x.finite')).toMatchObject({
      status: 'fail',
      measured: { value: 2, share: 2 / 600 },
      locations: [{ file: 'current.csv', line: 12, column: 'x' }],
    })
    expect(found.verdict).toBe('failed')
  })

  test('that are not finite in the reference make it no baseline', async () => {
    const found = await compare(csv({ x: x.with(10, 'nan') }), csv({ x }))
    expect(found.check('x.finite')).toMatchObject({ status: 'inconclusive', locations: [{ file: 'reference.csv' }] })
    expect(found.verdict).toBe('inconclusive')
  })

  test('of numbers with text among them are neither numbers nor categories', async () => {
    const found = await compare(csv({ y: x, x: x.with(5, 'n/a') }), csv({ y: x, x: x.with(9, 'n/a') }))
    expect(found.check('x.type')).toMatchObject({
      status: 'inconclusive',
      locations: [{ file: 'reference.csv', line: 7, column: 'x' }],
    })
    expect(found.verdict).toBe('inconclusive')
  })

  test('that do not repeat are skipped with a warning, but not their missing share', async () => {
    const names = Array.from({ length: 600 }, (_, i) => `person ${i}`)
    const found = await compare(csv({ x, names }), csv({ x, names: names.map((name, i) => (i % 3 ? name : '')) }))
    expect(found.check('names.comparable').status).toBe('warn')
    expect(found.check('names.missing-share').status).toBe('fail')
    expect(found.row('names')).not.toHaveProperty('effect')
  })

  test('that are new are named only where they are few', async () => {
    const strangers = Array.from({ length: 600 }, (_, i) => (i < 30 ? `person ${i}` : 'a'))
    const found = await compare(csv({ c: words(600, 'a', 'b') }), csv({ c: strangers }))
    expect(found.row('c').unseen).toEqual({ rows: 30, share: 0.05 })
    expect(found.check('c.unseen-categories').reason).toMatch(/found 0\.05 \(30 of 600 rows\)$/)
  })
})

describe('settings', () => {
  const find = (drift: Record<string, unknown>) => driftCompare.find(Settings.parse({ drift }), inMemory({}))

  test.each(['reference', 'current'])('%s must be there', async key => {
    const given = { reference: 'a.csv', current: 'b.csv', [key]: undefined }
    await expect(find(given)).rejects.toMatchObject({
      code: 'settings.missing',
      message: expect.stringContaining(`Expected 'drift.${key}' to be set`),
      hint: expect.stringContaining(`the input '${key}'`),
    })
  })

  test('the gate has something to look at once there is a current table', () => {
    expect(isConfigured('drift-compare', Settings.parse({}))).toBe(false)
    expect(isConfigured('drift-compare', Settings.parse({ drift: { current: 'b.csv' } }))).toBe(true)
  })

  test('a limit that is raised lets the change through, still as a warning', async () => {
    const found = await compare(example('train'), example('current'), {
      ignore: ['id'],
      limits: { 'percentile-shift': 0.5, 'le-cam': 0.2 },
      'max-missing-change': 0.2,
      'max-unseen-share': 0.06,
    })
    expect(found.verdict).toBe('passed')
    expect(statuses(found, 'warn')).toEqual(['home.distribution', 'income.distribution', 'assets.missing-share'])
  })
})

test('the same bytes give the same findings', async () => {
  const once = await compare(example('train'), example('current'))
  const again = await compare(example('train'), example('current'))
  expect(JSON.stringify(again)).toBe(JSON.stringify(once))
})
