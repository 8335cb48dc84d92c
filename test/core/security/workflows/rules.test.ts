import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inspectWorkflow } from '../../../../src/core/security/workflows/inspect-workflow.ts'
import { readWorkflow } from '../../../../src/core/security/workflows/read-workflow.ts'
import * as rules from '../../../../src/core/security/workflows/rules/index.ts'
import { SEVERITIES } from '../../../../src/core/security/workflows/severities.ts'

const CASES = new URL('../../../cases/workflows/', import.meta.url)
const PATH = '.github/workflows/case.yml'

const Expected = z.strictObject({
  findings: z.array(z.strictObject({ status: z.enum(['warn', 'fail']), line: z.int().positive(), found: z.string() })),
})

it('every rule has one file named for it, a row in the table of severities, and a folder of cases', () => {
  const ids = Object.values(rules)
    .map(({ id }) => id)
    .toSorted()
  const files = readdirSync('src/core/security/workflows/rules').filter(file => file !== 'index.ts')
  expect(files.map(file => basename(file, '.ts')).toSorted()).toEqual(ids)
  expect(Object.keys(SEVERITIES).toSorted()).toEqual(ids)
  expect(readdirSync(CASES).toSorted()).toEqual(ids)
})

describe.each(Object.values(rules))('$id', ({ id, severities }) => {
  const folder = new URL(`${id}/`, CASES)
  const cases = existsSync(folder) ? readdirSync(folder) : []
  const read = (name: string) => ({
    text: readFileSync(new URL(`${name}/workflow.yml`, folder), 'utf8'),
    expected: Expected.parse(JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8'))).findings,
  })

  it('has cases that it breaks and cases that it does not, and one for each of its severities', () => {
    const all = cases.map(name => read(name))
    expect(all.some(({ expected }) => expected.length === 0)).toBe(true)
    const rule = Object.values(rules).find(each => each.id === id)
    const kinds = all.flatMap(({ text }) => rule?.find(readWorkflow(PATH, text)).map(({ kind }) => kind) ?? [])
    expect(new Set(kinds)).toEqual(new Set(Object.keys(severities)))
  })

  it.each(cases)('%s', name => {
    const { text, expected } = read(name)
    const { checks, workflow } = inspectWorkflow(PATH, text)
    const found = workflow?.findings.filter(({ rule }) => rule === id)
    expect(found?.map(({ status, line, found }) => ({ status, line, found }))).toEqual(expected)

    const check = checks.find(each => each.id === `workflow.${id}.${PATH}`)
    if (expected.length === 0) return expect(check).toBeUndefined()
    expect(check).toMatchObject({
      status: expected.some(({ status }) => status === 'fail') ? 'fail' : 'warn',
      measured: { value: expected.length },
      locations: expected.map(({ line, found }) => ({ file: PATH, line, note: found })),
      hint: expect.stringMatching(/^(Write|Run|Give|Take|Name|Put) /),
    })
    expect(check?.reason).toMatch(/^Expected .+ but found .+ \(.+:\d+\).*: .+[^.]$/)
  })
})

describe('our own workflows and those we show', () => {
  const files = [...globSync('.github/workflows/*.yml'), ...globSync('examples/workflows/*.yml')]

  it.each(files)('%s breaks no rule but that of pinned actions, which warns', file => {
    const { checks, workflow } = inspectWorkflow(file, readFileSync(file, 'utf8'))
    expect(workflow).toMatchObject({ path: file })
    expect(checks.map(({ id, status }) => [id, status])).toEqual([[`workflow.unpinned-uses.${file}`, 'warn']])
    expect(checks.at(-1)?.reason).toMatch(/: whoever can move that tag/)
  })
})
