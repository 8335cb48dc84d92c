import { describe, expect, it } from 'vitest'
import { sampleColumn } from '../../../../src/core/security/sensitive/column-sample.ts'
import { inspectTable, type TableExpectation } from '../../../../src/core/security/sensitive/inspect-table.ts'
import { loadValidators } from '../../../../src/core/security/sensitive/load-validators.ts'
import type { Property } from '../../../../src/core/tables/contract/property.ts'

const LOADED: string[][] = []

async function inspect(table: Record<string, string[]>, expectation: Partial<TableExpectation> = {}) {
  const header = Object.keys(table)
  const columns = Object.values(table)
  const rows = (columns[0] ?? []).map((_, i) => ({ line: i + 2, cells: columns.map(cells => cells[i] ?? '') }))
  const inspection = inspectTable('t.csv', header, {
    properties: new Map(),
    methods: new Map(),
    rule: undefined,
    ...expectation,
  })
  inspection.add(rows)
  return inspection.finish(async libraries => {
    LOADED.push([...libraries])
    return loadValidators(libraries)
  }, undefined)
}

const MAILS = ['anna@example.org', 'jan@example.org', 'eva@example.org']
const classified = (...entries: [string, string?][]) => ({
  properties: new Map<string, Property>(
    entries.map(([name, classification]) => [name, { name, ...(classification && { classification }) }]),
  ),
})

describe('a column that holds e-mail addresses', () => {
  it.each([
    ['no contract describes it', classified(), 'fail', 'no contract describes it'],
    ['the contract says nothing of it', classified(['x']), 'fail', 'it has no classification'],
    ['the contract calls it internal', classified(['x', 'internal']), 'fail', 'it is internal'],
    ['the contract classifies it', classified(['x', 'confidential']), 'pass', 'classifies x as confidential'],
  ] as const)('where %s', async (_, expectation, status, words) => {
    const { checks } = await inspect({ x: MAILS }, expectation)
    expect(checks).toMatchObject([
      {
        id: 'sensitive.t.csv.x',
        status,
        measured: { value: 'email', share: 1, n: 3, method: 'binomial-beyond-chance' },
        reason: expect.stringContaining(words),
        locations: [{ file: 't.csv', column: 'x' }],
      },
    ])
    if (status === 'fail') expect(checks[0]?.hint).toContain('classification')
  })

  it('is found with its evidence', async () => {
    const { table } = await inspect({ email: [...MAILS, '', 'n/a'] })
    expect(table.sensitive).toEqual([
      {
        name: 'email',
        kind: 'email',
        category: 'contact',
        classification: null,
        confirmed: true,
        evidence: { name: true, pattern: 1, checksum: null, rate: 1, n: 3, pValue: expect.closeTo(1e-18, 20) },
      },
    ])
  })

  it('is not told by its values where more than two in five are something else', async () => {
    expect((await inspect({ x: [...MAILS, 'a', 'b'] })).checks[0]).toMatchObject({ status: 'fail' })
    expect((await inspect({ x: [...MAILS, 'a', 'b', 'c'] })).checks[0]).toMatchObject({ status: 'pass' })
  })

  it('is not told by one value said often, unless it is named for it', async () => {
    const one = Array(50).fill('info@example.org')
    expect((await inspect({ x: one })).checks[0]).toMatchObject({ id: 'sensitive.t.csv', status: 'pass' })
    expect((await inspect({ mail: one })).checks[0]).toMatchObject({ id: 'sensitive.t.csv.mail', status: 'fail' })
  })
})

describe('a column named for something', () => {
  it('is a warning where nothing is in it', async () => {
    const { checks, table } = await inspect({ iban: ['', 'NULL', ''], id: ['1', '2', '3'] })
    expect(checks).toMatchObject([{ id: 'sensitive.t.csv.iban', status: 'warn' }])
    expect(table.sensitive).toMatchObject([{ confirmed: false, evidence: { name: true, n: 0 } }])
  })

  it('is nothing where its values are something else', async () => {
    expect((await inspect({ iban: ['yes', 'no', 'no'] })).checks).toMatchObject([{ status: 'pass' }])
  })

  it.each(['email_count', 'has_email', 'n_emails', 'emailFlag', 'email_len', 'is_email'])('is not %s', async name => {
    expect((await inspect({ [name]: ['', ''] })).checks).toMatchObject([{ id: 'sensitive.t.csv', status: 'pass' }])
  })

  it.each(['email', 'E-Mail', 'customerEmail', 'EMAIL_1', 'contact_email_address', 'Kundenmailadresse'])(
    'is %s',
    async name => {
      const { table } = await inspect({ [name]: MAILS })
      expect(table.sensitive).toMatchObject([{ kind: 'email', evidence: { name: true } }])
    },
  )
})

it('a table without rows is inconclusive, whatever its columns are called', async () => {
  expect((await inspect({ id: [] })).checks).toMatchObject([{ status: 'inconclusive' }])
  expect((await inspect({ email: [] })).checks.map(({ status }) => status)).toEqual(['warn', 'inconclusive'])
})

it('numeric ids ask for no library and raise no alarm, however long', async () => {
  LOADED.length = 0
  const ids = Array.from({ length: 2000 }, (_, i) => String(i + 1))
  const { checks } = await inspect({ id: ids, score: ids.map(id => String(Number(id) / 2001)) })
  expect(checks).toMatchObject([{ status: 'pass' }])
  expect(LOADED).toEqual([[]])

  for (const length of [8, 9, 10, 11, 12, 13, 15, 16]) {
    const start = 10 ** (length - 1) * 4
    const numbers = Array.from({ length: 3000 }, (_, i) => String(start + i * 7))
    expect((await inspect({ order: numbers })).table.sensitive, `${length} digits`).toEqual([])
  }
})

it('a table without a header is inconclusive, and its first row is not shown as names', async () => {
  const { checks, table } = await inspect({
    'anna@example.org': ['jan@example.org', 'eva@example.org'],
    good: ['bad', 'good'],
  })
  expect(checks).toMatchObject([
    { id: 'sensitive.t.csv.column 1', status: 'fail' },
    {
      id: 'sensitive-header.t.csv',
      status: 'inconclusive',
      reason: 'Expected a name for column 1 but found what looks like an e-mail address (t.csv:1)',
    },
  ])
  expect(JSON.stringify({ checks, table })).not.toContain('@example')
})

it.each(['fee', 'department', 'delivery2024', 'x1', '2024', 'q3_2024', 'iso27001', 'age'])(
  '%s is a name of a column',
  async name => {
    expect((await inspect({ [name]: ['a', 'b'] })).checks.map(({ id }) => id)).not.toContain('sensitive-header.t.csv')
  },
)

describe('what is kept of a column', () => {
  const values = Array.from({ length: 5000 }, (_, i) => `value ${i % 3000}`)
  const sample = (cells: readonly string[]) => {
    const column = sampleColumn('x')
    for (const cell of cells) column.add(cell)
    return column.finish()
  }

  it('is the same in any order of rows, with exact counts', () => {
    const { cells, values: kept } = sample(values)
    expect(cells).toBe(5000)
    expect(kept.size).toBe(1000)
    expect(new Map([...sample(values.toReversed()).values].toSorted())).toEqual(new Map([...kept].toSorted()))
    for (const [value, count] of kept) expect(count).toBe(Number(value.slice(6)) < 2000 ? 2 : 1)
  })

  it('is a fair sample of the distinct values', () => {
    const mixed = Array.from({ length: 20_000 }, (_, i) => (i % 4 === 0 ? `a${i}` : `b${i}`))
    const share = [...sample(mixed).values.keys()].filter(value => value.startsWith('a')).length / 1000
    expect(Math.abs(share - 0.25)).toBeLessThan(0.06)
  })
})
