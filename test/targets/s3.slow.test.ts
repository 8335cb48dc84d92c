import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demote } from '../../src/commands/demote.ts'
import { promote } from '../../src/commands/promote.ts'
import { bucket } from '../../src/s3/bucket.ts'
import { s3 } from '../../src/targets/s3/s3.ts'
import { type Workshop, workshop } from '../harness/certified.ts'
import { memoryLog } from '../harness/memory-log.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { type Moto, startMoto } from './moto.ts'
import { raceOf } from './race-of.ts'

const FILES = { 'config.json': '{}', 'sub dir/ä+b&c%20 <1>.bin': 'weights' }
const NAME = 's3://models-of-acme/credit'

let moto: Moto
let shop: Workshop
beforeAll(async () => {
  moto = await startMoto()
})
afterAll(() => moto.stop())
beforeEach(async () => {
  await fetch(`${moto.url}/moto-api/reset`, { method: 'POST' })
  const { status } = await bucket('models-of-acme', { ...moto.environment, AWS_REGION: 'us-east-1' }).send({
    method: 'PUT',
    doing: 'create the bucket',
  })
  expect(status).toBe(200)
  shop = await workshop()
})
const open = (environment: Readonly<Record<string, string>> = moto.environment) =>
  s3(NAME, NAME.slice('s3:'.length), { root: shop.root, environment })
const put = (key: string, body: string) =>
  bucket('models-of-acme', moto.environment).send({
    method: 'PUT',
    key,
    body: new TextEncoder().encode(body),
    doing: 'tamper',
  })

describe('a prefix of a bucket', () => {
  it('is promoted to, told from, and demoted', async () => {
    const log = memoryLog()
    const one = await shop.certify('1', FILES)
    const two = await shop.certify('2', { 'config.json': '2' })
    expect(await promote(one, shop.world(open(), { recordLog: log }))).toMatchObject({ outcome: 'promoted' })
    expect(await promote(one, shop.world(open(), { recordLog: log }))).toMatchObject({ outcome: 'already-there' })
    expect(await promote(two, shop.world(open(), { recordLog: log }))).toMatchObject({ outcome: 'promoted' })
    const back = await demote({ back: 'previous', reason: 'INC-9' }, shop.world(open(), { recordLog: log }))
    expect(back).toMatchObject({ outcome: 'demoted', pointer: { to: { name: 'credit-default 1' } } })
    expect(log.leaves.map(({ type, model }) => `${type} ${model}`)).toEqual([
      'promotion credit-default 1',
      'promotion credit-default 2',
      'demotion credit-default 1',
    ])
    const files = await open().stored(back.pointer?.to?.id ?? '')
    expect(files).toEqual(
      new Map(
        Object.entries(FILES).map(([name, content]) => [
          `1/model/${name}`,
          createHash('sha256').update(content).digest('hex'),
        ]),
      ),
    )
  })

  it.each([
    ['a changed object', '1/model/config.json', '{ }'],
    ['an added object', '1/model/evil.py', ''],
  ])('is refused for %s', async (_, path, content) => {
    const one = await shop.certify('1', FILES)
    const target = open()
    const placing = {
      ...target,
      async place(model: Parameters<typeof target.place>[0]) {
        await target.place(model)
        await put(`credit/models/${model.id}/${path}`, content)
      },
    }
    const done = await promote(one, shop.world(placing))
    expect(done).toMatchObject({ outcome: 'refused', verdict: 'failed' })
    expect((await target.current()).pointer).toBeUndefined()
  })

  it('keeps what somebody put there before, and finds it', async () => {
    const one = await shop.certify('1', FILES)
    const done = await promote(one, shop.world(open()))
    const id = done.pointer?.to?.id
    await put('credit/production.json', '{}')
    await put(`credit/models/${id}/1/model/config.json`, 'planted')
    expect(await promote(one, shop.world(open()))).toMatchObject({ outcome: 'conflict' })
  })

  it('of more objects than one page lists is hashed to the last', async () => {
    const files = Object.fromEntries(Array.from({ length: 1010 }, (_, i) => [`${i}.bin`, `${i}`]))
    const done = await promote(await shop.certify('1', files), shop.world(open()))
    expect(done).toMatchObject({ outcome: 'promoted' })
    expect((await open().stored(done.pointer?.to?.id ?? ''))?.size).toBe(1010)
  })

  it('is won by exactly one of eight processes', async () => {
    const ends = await raceOf(8, temporaryFolder('race'), NAME, moto.environment)
    expect(ends.toSorted()).toEqual([...Array(7).fill('conflict'), 'done'])
    const { pointer = '' } = await open().current()
    expect(JSON.parse(pointer).to.name).toBe(`model ${ends.indexOf('done')}`)
  })
})

describe('what is wrong is said', () => {
  it('of credentials that are missing', () => {
    expect(() => open({ AWS_ENDPOINT_URL: moto.url })).toThrow(/Expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY/)
  })

  it('of a bucket that is not there', async () => {
    const name = 's3://no-such-bucket/credit'
    const target = s3(name, name.slice(3), { root: shop.root, environment: moto.environment })
    await expect(target.current()).rejects.toMatchObject({ code: 's3.no-bucket', kind: 'environment' })
  })

  it('of a server that does not answer', async () => {
    const target = open({ ...moto.environment, AWS_ENDPOINT_URL: 'http://127.0.0.1:2' })
    await expect(target.current()).rejects.toMatchObject({ code: 's3.unreachable', kind: 'environment' })
  })

  it('of an endpoint that is none', () => {
    expect(() => open({ ...moto.environment, AWS_ENDPOINT_URL: 'minio' })).toThrow(
      /Expected an address in AWS_ENDPOINT_URL/,
    )
  })
})
