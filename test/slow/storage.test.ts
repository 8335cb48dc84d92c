import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Evidence } from '../../src/core/evidence.ts'
import { bucket } from '../../src/s3/bucket.ts'
import { s3Source } from '../../src/sources/s3/s3-source.ts'
import { creditRepository, evidenceIn, ROOT } from '../harness/credit.ts'
import { runProgram } from '../harness/run-program.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { startVersitygw } from '../sources/versitygw.ts'
import { startMoto } from '../targets/moto.ts'

const NAMES = [
  'applications.csv',
  'contract.odcs.yaml',
  'predictions-champion.csv',
  'train.csv',
  'holdout.csv',
  'model-champion.joblib',
  'requirements.txt',
]
const CREDIT = join(ROOT, 'examples/credit')
const GATES = ['data-validate', 'model-certify', 'security-scan', 'drift-compare'] as const

type Environment = Readonly<Record<string, string>>

async function fill(environment: Environment, root: string): Promise<void> {
  const data = bucket('acme-data', environment)
  const put = async (request: { key?: string; query?: Record<string, string>; body?: Uint8Array }) =>
    (await data.send({ method: 'PUT', doing: 'prepare the test', ...request })).body.resume()
  await put({})
  const versions =
    '<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Status>Enabled</Status></VersioningConfiguration>'
  await put({ query: { versioning: '' }, body: new TextEncoder().encode(versions) })
  for (const name of NAMES) await put({ key: `credit/${name}`, body: readFileSync(join(root, name)) })
  await put({ key: "m/ä+ b&c%20 '1'!*().bin", body: new TextEncoder().encode('weights') })
}

/** The settings of the example, every file named by address. */
const settings = (of: (name: string) => string) => `
model: { name: credit-default, version: '1', files: ['${of('model-champion.joblib')}'] }
data: { files: ['${of('applications.csv')}'], contract: '${of('contract.odcs.yaml')}' }
certify:
  predictions: '${of('predictions-champion.csv')}'
  champion: '${of('predictions-champion.csv')}'
  label: status
  positive: bad
  score: p_bad
  claims: [auc >= 0.78, auc no worse than champion by 0.01]
security: { paths: ['${of('requirements.txt')}'] }
drift: { reference: '${of('train.csv')}', current: '${of('holdout.csv')}', ignore: [id] }
policy: { require: [${GATES.join(', ')}], validity-days: 90 }
`

/** What the gates found, but for what the files are called, where they came from, and when. */
const found = (evidence: Evidence) => ({
  verdict: evidence.verdict,
  checks: evidence.checks.map(({ status }) => status),
  digests: [...evidence.materials, ...evidence.subject].map(({ digest, bytes }) => `${digest.sha256} ${bytes}`),
})

async function gates(root: string, of: (name: string) => string) {
  writeFileSync(join(root, 'proofmark.yml'), settings(of))
  const ends = []
  for (const gate of GATES) ends.push(await runProgram(root, [gate, '--quiet']))
  return {
    codes: ends.map(({ code }) => code),
    said: ends.map(({ said }) => said).join(''),
    evidence: GATES.map(gate => evidenceIn(root, gate)),
  }
}

describe.each([
  ['versitygw', startVersitygw],
  ['moto', startMoto],
] as const)('everything in a bucket of %s', (_, start) => {
  let server: { environment: Environment; url: string; stop(): void }
  let root: string
  beforeAll(async () => {
    server = await start()
    root = temporaryFolder('elsewhere')
    for (const name of NAMES) copyFileSync(join(CREDIT, name), join(root, name))
    const region = { ...server.environment, AWS_REGION: 'us-east-1' }
    await fill(region, root)
    for (const [name, value] of Object.entries({ ...region, PROOFMARK_CACHE: temporaryFolder('cache') }))
      vi.stubEnv(name, value)
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    server.stop()
  })

  it('gives the evidence that the same files give in the workspace, pinned to their versions', async () => {
    const here = await gates(creditRepository(), name => name)
    const there = await gates(root, name => `s3://acme-data/credit/${name}`)
    expect(there.said).not.toMatch(/sha256\/[0-9a-f]{2}\//)
    expect(there.codes).toEqual(here.codes)
    expect(there.evidence.map(found)).toEqual(here.evidence.map(found))
    for (const { materials, subject } of there.evidence)
      for (const { name, origin } of [...materials, ...subject].filter(({ name }) => name !== 'proofmark.yml')) {
        expect(name).toMatch(/^s3:\/\/acme-data\/credit\/[a-z.-]+$/)
        expect(origin).toEqual({
          kind: 's3',
          pinned: expect.stringMatching(/^s3:\/\/acme-data\/credit\/[a-z.-]+\?versionId=[\w.-]+$/),
        })
      }
    const sarif = JSON.parse(readFileSync(join(root, '.proofmark/security-scan.sarif'), 'utf8'))
    for (const result of sarif.runs[0].results)
      expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('proofmark.yml')
  })

  it('is read as it was by the version that evidence names, after it was written again', async () => {
    const { environment } = server
    const source = s3Source({ root, environment: { ...environment, AWS_REGION: 'us-east-1' }, progress: () => {} })
    const [before] = (await source.find('s3://acme-data/credit/requirements.txt')) ?? []
    const data = bucket('acme-data', { ...environment, AWS_REGION: 'us-east-1' })
    const body = new TextEncoder().encode('other==1.0\n')
    ;(await data.send({ method: 'PUT', key: 'credit/requirements.txt', body, doing: 'write again' })).body.resume()
    const [pinned] = (await source.find(before?.origin.pinned ?? '')) ?? []
    const sha256 = createHash('sha256')
    for await (const piece of (await pinned?.read(0))?.bytes ?? []) sha256.update(piece)
    expect(sha256.digest('hex')).toBe(
      createHash('sha256')
        .update(readFileSync(join(root, 'requirements.txt')))
        .digest('hex'),
    )
    const [now] = (await source.find('s3://acme-data/credit/requirements.txt')) ?? []
    expect(now?.bytes).toBe(11)
  })

  it('is read from the middle on, and listed whatever its key', async () => {
    const source = s3Source({
      root,
      environment: { ...server.environment, AWS_REGION: 'us-east-1' },
      progress: () => {},
    })
    const [file] = (await source.find('s3://acme-data/m/')) ?? []
    expect(file?.name).toBe("s3://acme-data/m/ä+ b&c%20 '1'!*().bin")
    const { from, bytes } = (await file?.read(3)) ?? { from: 0, bytes: [] }
    let text = ''
    for await (const piece of bytes) text += Buffer.from(piece).toString()
    expect([from, text]).toEqual([3, 'ghts'])
  })

  it('is found by the doctor', async () => {
    const { code, said } = await runProgram(root, ['doctor', '--json'])
    const { examined } = JSON.parse(said)
    const s3 = examined.find(({ name }: { name: string }) => name === 'S3 acme-data')
    expect(s3.findings.map(({ status }: { status: string }) => status)).toEqual(s3.findings.map(() => 'ok'))
    expect(s3.findings.length).toBe(2 + NAMES.length)
    expect(code).toBe(
      examined.some(({ findings }: { findings: { status: string }[] }) =>
        findings.some(({ status }) => status === 'fail'),
      )
        ? 4
        : 0,
    )
  })
})

describe('credentials that a server checks', () => {
  let server: Awaited<ReturnType<typeof startVersitygw>>
  beforeAll(async () => {
    server = await startVersitygw()
    const data = bucket('acme-data', server.environment)
    ;(await data.send({ method: 'PUT', doing: 'prepare the test' })).body.resume()
    ;(
      await data.send({ method: 'PUT', key: 'a.csv', body: new Uint8Array([97]), doing: 'prepare the test' })
    ).body.resume()
  })
  afterAll(() => server.stop())

  it.each([
    ['another key', { AWS_ACCESS_KEY_ID: 'NOBODY' }, /AWS_ACCESS_KEY_ID is not known there/],
    ['a wrong secret', { AWS_SECRET_ACCESS_KEY: 'bad' }, /AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID/],
    ['a session token of others', { AWS_SESSION_TOKEN: 'x' }, /AWS_SESSION_TOKEN does not belong to these credentials/],
    ['another region', { AWS_REGION: 'eu-west-1' }, /^Set AWS_REGION=us-east-1/],
    ['none at all', { AWS_NO_SIGN_REQUEST: 'true' }, /^The bucket is not public/],
  ])('%s', async (_, wrong, hint) => {
    const source = s3Source({ root: '/', environment: { ...server.environment, ...wrong }, progress: () => {} })
    const error: unknown = await Promise.resolve(source.find('s3://acme-data/a.csv')).catch((cause: unknown) => cause)
    expect(error).toMatchObject({ kind: 'environment', hint: expect.stringMatching(hint) })
    const [file] =
      (await s3Source({ root: '/', environment: server.environment, progress: () => {} }).find(
        's3://acme-data/a.csv',
      )) ?? []
    expect(file?.bytes).toBe(1)
  })

  it('are refused by the program with exit code 4, and the evidence says why', async () => {
    const root = temporaryFolder('refused')
    const environment = {
      ...server.environment,
      AWS_SECRET_ACCESS_KEY: 'bad',
      PROOFMARK_CACHE: temporaryFolder('cache'),
    }
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    const { code, said } = await runProgram(root, [
      'drift-compare',
      '--reference',
      's3://acme-data/a.csv',
      '--current',
      's3://acme-data/a.csv',
    ])
    vi.unstubAllEnvs()
    expect(said).toContain('Expected to read a.csv in the bucket acme-data but S3 answered 403 (SignatureDoesNotMatch)')
    expect(code).toBe(4)
    expect(evidenceIn(root, 'drift-compare').verdict).toBe('inconclusive')
  })
})
