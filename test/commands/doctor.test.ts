import { expect, it } from 'vitest'
import { doctor } from '../../src/commands/doctor.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { UserError } from '../../src/core/user-error.ts'
import type { Probe } from '../../src/ports.ts'
import { doctorLines } from '../../src/report/doctor-lines.ts'

const settings = { name: 'proofmark.yml', read: async () => Settings.parse({}) }
const probe = (name: string, ask: Probe['ask']): Probe => ({ name, ask })
const works = probe('S3 data', async () => [{ asked: 'credentials', status: 'ok', found: 'accepted' }])
const refuses = probe('MLflow http://localhost', async () => {
  throw new UserError('mlflow.refused', 'Expected to be let in but found HTTP status 401', {
    hint: 'Set the token anew',
  })
})
const hangs = probe('Slow', () => new Promise(() => {}))
const silent = probe('Silent', async () => [])
const examine = (...probes: Probe[]) => doctor({ settings, limit: 20 }, { open: async () => probes })

it('tells of everything that was asked, one line each, with what to do', async () => {
  const found = await examine(works, refuses, hangs, silent)
  expect(found.status).toBe('fail')
  expect(doctorLines(found).map(({ text }) => text)).toEqual([
    'ok    proofmark.yml            settings: read',
    'ok    S3 data                  credentials: accepted',
    'fail  MLflow http://localhost  connection: Expected to be let in but found HTTP status 401 → Set the token anew',
    'fail  Slow                     answer: none in 0 seconds → Check the address, the network between, and how busy the server is',
    'warn  Silent                   connection: nothing could be asked of it',
    '2 ok, 1 to look at, 2 not working',
  ])
})

it('asks all at once', async () => {
  // Each answers once all five are asked: one after the other, none ever would.
  let asked = 0
  let go = () => {}
  const all = new Promise<void>(resolve => {
    go = resolve
  })
  const waits = probe('One of five', async () => {
    asked += 1
    if (asked === 5) go()
    await all
    return [{ asked: 'credentials', status: 'ok', found: 'accepted' }]
  })
  expect((await examine(waits, waits, waits, waits, waits)).status).toBe('ok')
})

it('is content where everything works', async () => {
  expect((await examine(works)).status).toBe('ok')
})

it('asks what the environment configures where the settings are wrong, or not there', async () => {
  const read = async () => {
    throw new UserError('settings.invalid', "Unknown key 'modle' (proofmark.yml:1)", { hint: "Did you mean 'model'?" })
  }
  const asked: unknown[] = []
  const open = async (given: unknown) => {
    asked.push(given)
    return [works]
  }
  const wrong = await doctor({ settings: { name: 'proofmark.yml', read } }, { open })
  expect(wrong.status).toBe('fail')
  expect(wrong.examined.map(({ findings }) => findings[0]?.found)).toEqual([
    "Unknown key 'modle' (proofmark.yml:1)",
    'accepted',
  ])
  expect((await doctor({ settings: undefined }, { open })).status).toBe('warn')
  expect(asked).toEqual([undefined, undefined])
})

it('does not hide a bug of ours', async () => {
  await expect(examine(probe('Broken', () => Promise.reject(new TypeError('x is undefined'))))).rejects.toThrow(
    'x is undefined',
  )
})
