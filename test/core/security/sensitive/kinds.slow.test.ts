import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Kind } from '../../../../src/core/security/sensitive/define-kind.ts'
import { inspectTable } from '../../../../src/core/security/sensitive/inspect-table.ts'
import * as registry from '../../../../src/core/security/sensitive/kinds/index.ts'
import { loadValidators } from '../../../../src/core/security/sensitive/load-validators.ts'
import { localTables } from '../../../../src/tables/local-tables.ts'

const CASES = 'test/cases/sensitive'
const kinds: Kind[] = Object.values(registry)

const Expected = z.record(
  z.string(),
  z.strictObject({ kind: z.string(), status: z.enum(['warn', 'fail']), confirmed: z.boolean() }),
)

async function inspect(file: string) {
  const { header, batches } = await localTables('.').open(file)
  const inspection = inspectTable(file, header, { properties: new Map(), methods: new Map(), rule: undefined })
  for await (const rows of batches) inspection.add(rows)
  return inspection.finish(loadValidators, undefined)
}

describe.each(kinds)('$id', ({ id, personal }) => {
  const folder = `${CASES}/${id}`
  const cases = existsSync(folder) ? readdirSync(folder) : []

  it('has cases', () => expect(cases).not.toEqual([]))

  it('has one that finds it', () => {
    const found = cases.flatMap(name =>
      Object.values(Expected.parse(JSON.parse(readFileSync(`${folder}/${name}/expected.json`, 'utf8')))),
    )
    expect(found.map(({ kind }) => kind)).toContain(id)
    if (personal === 'sometimes')
      expect(found.filter(({ kind }) => kind === id).map(({ status }) => status)).not.toContain('fail')
  })

  it.each(cases)('%s', async name => {
    const expected = Expected.parse(JSON.parse(readFileSync(`${folder}/${name}/expected.json`, 'utf8')))
    const { checks, table } = await inspect(`${folder}/${name}/table.csv`)

    const found = table.sensitive.map(({ name: column, kind, confirmed }) => {
      const check = checks.find(({ locations }) => locations?.[0]?.column === column)
      return [column, { kind, status: check?.status, confirmed }]
    })
    expect(Object.fromEntries(found)).toEqual(expected)
    if (found.length === 0) expect(checks).toMatchObject([{ status: 'pass' }])
  })
})

it('every kind has one file, named for its id, and every folder of cases a kind', () => {
  const ids = kinds.map(({ id }) => id).toSorted()
  const files = readdirSync('src/core/security/sensitive/kinds').filter(file => file !== 'index.ts')
  expect(files.map(file => basename(file, '.ts')).toSorted()).toEqual(ids)
  expect(readdirSync(CASES).toSorted()).toEqual(ids)
})

it('no value of any case is in what is said about it', async () => {
  for (const id of ['email', 'iban', 'credit-card', 'it-codice-fiscale', 'birth-date', 'person-name', 'us-ssn']) {
    for (const name of readdirSync(`${CASES}/${id}`)) {
      const file = `${CASES}/${id}/${name}/table.csv`
      const values = readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map(line => line.slice(line.indexOf(',') + 1))
      const said = JSON.stringify(await inspect(file))
      expect(values.filter(value => value.length > 3 && said.includes(value))).toEqual([])
    }
  }
})

describe('the chance that random text passes', () => {
  const DRAWS = 20_000
  const SETS: Record<string, string> = { '#': '0123456789', A: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' }
  SETS['*'] = `${SETS['#']}${SETS.A}`
  let state = 1
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed ^= mixed >>> 13
    return (mixed >>> 0) / 2 ** 32
  }
  const draw = (of: string) =>
    [...of].map(mark => SETS[mark]?.[Math.floor(random() * (SETS[mark]?.length ?? 0))] ?? mark).join('')

  it.each(kinds.filter(({ values }) => values?.chance))(
    'of $id is no more than its file states',
    async ({ values }) => {
      const validators = await loadValidators(new Set(['stdnum', 'ibantools', 'libphonenumber']))
      const { of, rate } = values?.chance ?? { of: '', rate: 0 }
      let passed = 0
      for (let i = 0; i < DRAWS; i++) {
        const text = draw(of)
        if (values?.pattern.test(text) && (values.checksum?.passes(text, validators) ?? true)) passed++
      }
      // Three standard errors of room for the draw.
      expect(passed / DRAWS).toBeLessThanOrEqual(rate + 3 * Math.sqrt((rate * (1 - rate)) / DRAWS))
      // And a rate stated far too high would let nothing be found.
      expect(rate).toBeLessThanOrEqual(0.12)
    },
  )
})
