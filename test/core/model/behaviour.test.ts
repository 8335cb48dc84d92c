import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { modelCertify } from '../../../src/commands/model-certify.ts'
import * as behaviours from '../../../src/core/model/behaviour/index.ts'
import { ModelResult } from '../../../src/core/model/result.ts'
import { portsOf } from './ports-of.ts'
import { settingsOf } from './settings-of.ts'

const CASES = new URL('../../cases/behaviour/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, CASES), 'utf8')

async function certifyCase(folder: string) {
  const tables = readdirSync(new URL(`${folder}/`, CASES)).filter(file => file.endsWith('.csv'))
  const files = Object.fromEntries(tables.map(file => [file, read(`${folder}/${file}`)]))
  const { checks, result } = await modelCertify.find(
    settingsOf(read(`${folder}/proofmark.yml`)),
    portsOf(files).ports,
    '.proofmark',
  )
  return { checks, result: ModelResult.parse(result) }
}

describe.each(Object.values(behaviours))('$id', ({ id }) => {
  it.each(readdirSync(new URL(`${id}/`, CASES)))('%s', async name => {
    const { checks } = await certifyCase(`${id}/${name}`)
    const expected = z.record(z.string(), z.string()).parse(JSON.parse(read(`${id}/${name}/expected.json`)))
    const found = Object.fromEntries(checks.map(check => [check.id, check.status]))
    expect(found).toMatchObject(expected)
    expect(Object.keys(expected).some(check => check.startsWith(id) || check.startsWith('train.'))).toBe(true)
    for (const check of checks) {
      expect(JSON.stringify(check)).not.toMatch(/NaN|undefined|Infinity/)
      if (check.status !== 'pass') expect(check.hint, check.id).toBeTruthy()
    }
  })
})

it('every folder of cases belongs to a registered behaviour', () => {
  const folders = readdirSync(CASES, { withFileTypes: true }).filter(entry => entry.isDirectory())
  expect(folders.map(({ name }) => name).toSorted()).toEqual(
    Object.values(behaviours)
      .map(({ id }) => id)
      .toSorted(),
  )
})
