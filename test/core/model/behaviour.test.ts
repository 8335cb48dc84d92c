import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { observeBehaviour } from '../../../src/commands/observe-behaviour.ts'
import { readPredictions } from '../../../src/commands/read-predictions.ts'
import * as behaviours from '../../../src/core/model/behaviour/index.ts'
import { parseClaim } from '../../../src/core/model/claims/parse-claim.ts'
import { columnNeeds } from '../../../src/core/model/predictions/column-needs.ts'
import { withAttributes } from '../../../src/core/model/predictions/with-attributes.ts'
import { binary } from '../../../src/core/model/tasks/binary.ts'
import { trialOf } from '../../../src/core/model/trial.ts'
import { portsOf } from './ports-of.ts'
import { settingsOf } from './settings-of.ts'

const CASES = new URL('../../cases/behaviour/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, CASES), 'utf8')

/** The checks of behaviour alone: a model's own metrics are for other tests. */
async function observe(folder: string) {
  const tables = readdirSync(new URL(`${folder}/`, CASES)).filter(file => file.endsWith('.csv'))
  const { ports } = portsOf(Object.fromEntries(tables.map(file => [file, read(`${folder}/${file}`)])))
  const { certify: settings } = settingsOf(read(`${folder}/proofmark.yml`))
  const reading = { ...binary.reading(settings) }
  const named = { ...reading, needs: withAttributes(reading.needs, columnNeeds(settings.slices ?? [])) }
  const own = await readPredictions({ id: 'id', file: 'predictions.csv', role: 'predictions', reading: named }, ports)
  const rows = own.collected.predictions?.rows
  const trial = rows && trialOf(binary, rows, undefined, settings)
  const claims = (settings.claims ?? []).map(claim => parseClaim(claim, binary))
  return (await observeBehaviour(own, { claims, settings, trial, source: { id: 'id', reading } }, ports)).checks
}

describe.each(Object.values(behaviours))('$id', ({ id }) => {
  it.each(readdirSync(new URL(`${id}/`, CASES)))('%s', async name => {
    const checks = await observe(`${id}/${name}`)
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
