import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { uncompress } from 'snappyjs'
import { describe, expect, test } from 'vitest'
import { groupPath } from '../../../src/prometheus/export/group-path.ts'
import { pushgatewayRecipient } from '../../../src/prometheus/export/pushgateway-recipient.ts'
import { remoteWriteRecipient } from '../../../src/prometheus/export/remote-write-recipient.ts'
import { textfiles } from '../../../src/prometheus/export/textfile.ts'
import { textfileRecipient } from '../../../src/prometheus/export/textfile-recipient.ts'
import { writeRequest } from '../../../src/prometheus/export/write-request.ts'
import { decided, pointer } from '../../core/metrics/decisions.ts'
import { temporaryFolder } from '../../harness/runner/temporary-folder.ts'
import { receiver } from './receiver.ts'

const context = { repository: 'acme/credit' }
const told = decided()
const promoted = { kind: 'promotion' as const, pointer: pointer(), at: new Date('2026-11-23T07:00:00Z') }
const unbase = (path: string) =>
  path.replaceAll(/@base64\/([^/]*)/g, (_, value) => `=${Buffer.from(value, 'base64url').toString()}`)

describe('a Pushgateway', () => {
  test('gets a whole group for each gate, and keeps the last certificate of a model that is refused', async () => {
    const { url, asked } = await receiver()
    const environment = { GATE_TOKEN: 't0ken' }
    const recipient = pushgatewayRecipient(
      { url: `${url}/`, job: 'proofmark', 'token-env': 'GATE_TOKEN' },
      environment,
      context,
    )
    expect(await recipient.tell(told)).toBe('pushed model-certify, certification')
    expect(await recipient.tell(promoted)).toBe('pushed promotion')
    expect(asked.map(({ method, path, headers }) => [method, unbase(path), headers.authorization])).toEqual([
      ['PUT', '/metrics/job=proofmark/repo=acme/credit/model=credit-default/gate=model-certify', 'Bearer t0ken'],
      ['POST', '/metrics/job=proofmark/repo=acme/credit/model=credit-default', 'Bearer t0ken'],
      ['POST', '/metrics/job=proofmark/repo=acme/credit/target=folder:production', 'Bearer t0ken'],
    ])
    expect(asked[0]?.body.toString()).toContain(
      'proofmark_gate_passed{repo="acme/credit",model="credit-default",gate="model-certify"} 1\n',
    )
  })

  test('whose credentials are not in the environment is not asked', async () => {
    const { url, asked } = await receiver()
    const recipient = pushgatewayRecipient({ url, job: 'proofmark', 'token-env': 'NONE' }, {}, context)
    await expect(recipient.tell(told)).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('NONE'),
    })
    expect(asked).toEqual([])
  })

  test('takes every value in its path: slashes, none, letters of all scripts', () => {
    expect(groupPath('j', { a: 'x/y', b: '', c: '信用' })).toBe(
      '/metrics/job@base64/ag/a@base64/eC95/b@base64/=/c@base64/5L-h55So',
    )
  })
})

describe('a textfile collector', () => {
  test('finds whole files that others may read, and only the last of each', async () => {
    const folder = temporaryFolder('textfile')
    const recipient = textfileRecipient({ folder: '.' }, folder, context)
    await recipient.tell(told)
    const names = readdirSync(folder).toSorted()
    expect(names.every(name => /^proofmark-(model-certify|certification)-[0-9a-f]{12}(\.\w+)?\.prom$/.test(name))).toBe(
      true,
    )
    expect(names).toHaveLength(7)
    expect(statSync(join(folder, names[0] ?? '')).mode & 0o777).toBe(0o644)
    await recipient.tell(decided({ verdict: 'failed', certificate: undefined }))
    expect(readdirSync(folder).toSorted()).toEqual(names)
    const text = names.map(name => readFileSync(join(folder, name), 'utf8')).join('')
    expect(text).toContain('proofmark_certification_passed{repo="acme/credit",model="credit-default"} 0\n')
    expect(text).toContain('proofmark_last_certified_timestamp_seconds{')
  })

  test('loses what is cleaned', async () => {
    const folder = temporaryFolder('textfile')
    await textfileRecipient({ folder: '.' }, folder, context).tell(told)
    const owner = { repo: 'acme/credit', model: 'credit-default' }
    await textfiles(folder, '.').remove({ ...owner, gate: 'model-certify' }, 'model-certify')
    await textfiles(folder, '.').remove(owner, 'certification')
    expect(readdirSync(folder)).toEqual([])
  })

  test('whose folder is missing is told in one sentence', async () => {
    const folder = temporaryFolder('textfile')
    await expect(textfileRecipient({ folder: 'none' }, folder, context).tell(told)).rejects.toMatchObject({
      message: 'Expected to write a file in none but found ENOENT',
      kind: 'environment',
    })
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })
})

describe('remote write', () => {
  test('is one request with the headers of its specification', async () => {
    const { url, asked } = await receiver()
    const settings = {
      url: `${url}/api/v1/push`,
      job: 'proofmark',
      tenant: 'acme',
      'username-env': 'U',
      'password-env': 'P',
    }
    const recipient = remoteWriteRecipient(settings, { U: 'ada', P: 'secret' }, context)
    expect(await recipient.tell(told)).toBe('wrote 19 series')
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/v1/push'])
    expect(asked[0]?.headers).toMatchObject({
      'content-type': 'application/x-protobuf',
      'content-encoding': 'snappy',
      'x-prometheus-remote-write-version': '0.1.0',
      'x-scope-orgid': 'acme',
      authorization: `Basic ${Buffer.from('ada:secret').toString('base64')}`,
    })
    expect(Buffer.from(uncompress(asked[0]?.body ?? new Uint8Array())).toString()).toContain('proofmark_gate_passed')
  })

  test('writes labels sorted by name, the empty ones left out, byte for byte', () => {
    const families = [{ name: 'm', help: 'M', samples: [{ labels: { z: 'b', a: '' }, value: 1 }] }]
    expect(Buffer.from(writeRequest(families, 'j', new Date(300))).toString('hex')).toBe(
      // series { label { "__name__" "m" } label { "job" "j" } label { "z" "b" } sample { 1.0, 300 } }
      `0a2f${'0a0d'}${'0a08'}${Buffer.from('__name__').toString('hex')}${'12016d'}` +
        `${'0a08'}${'0a03'}${Buffer.from('job').toString('hex')}${'12016a'}` +
        `${'0a06'}${'0a017a'}${'120162'}` +
        `${'120c'}${'09'}${'000000000000f03f'}${'10ac02'}`,
    )
  })
})
