import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readCertifyFiles, readingsOf } from '../../../src/commands/certify-files.ts'
import * as behaviours from '../../../src/core/model/behaviour/index.ts'
import { parseClaim } from '../../../src/core/model/claims/parse-claim.ts'
import { taskOf } from '../../../src/core/model/task-of.ts'
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
  const task = taskOf(settings)
  const claims = (settings.claims ?? []).map(claim => parseClaim(claim, task))
  const files = await readCertifyFiles(
    { ...settings, predictions: 'predictions.csv' },
    readingsOf(task, settings, claims),
    ports,
  )
  const others = [files.train, files.repeat, ...files.perturbed].filter(file => file !== undefined)
  const faults = others.flatMap(({ collected }) => collected.checks.filter(({ status }) => status !== 'pass'))
  const own = files.challenger.collected.predictions
  if (!own) throw new Error(`The predictions of ${folder} are at fault`)
  const observed = {
    own,
    claims,
    trial: trialOf(task, own.rows, undefined, settings),
    ...(files.train?.collected.predictions ? { train: files.train.collected.predictions } : {}),
    ...(files.repeat?.collected.predictions ? { repeat: files.repeat.collected.predictions } : {}),
    perturbed: files.perturbed.flatMap(({ collected }) => collected.predictions ?? []),
  }
  return [...faults, ...Object.values(behaviours).flatMap(behaviour => behaviour.check(observed))]
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
