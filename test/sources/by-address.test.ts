import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, test, vi } from 'vitest'
import { locate } from '../../src/compose.ts'
import { withoutPin } from '../../src/core/address.ts'
import type { Evidence } from '../../src/core/evidence.ts'
import { checkRun } from '../../src/report/check-run.ts'
import { findings } from '../../src/report/findings.ts'
import { sarif } from '../../src/report/sarif/sarif.ts'
import { evidenceIn } from '../harness/credit.ts'
import { runProgram } from '../harness/run-program.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { sha256 } from '../harness/sha256.ts'
import { faultServer, objectReply } from '../http/fault-server.ts'

const FILES: Readonly<Record<string, string>> = {
  '/data.tsv': 'id\tage\n1\t20\n2\told\n',
  '/contract.yaml': [
    'apiVersion: v3.1.0',
    'kind: DataContract',
    'id: people',
    'version: 1.0.0',
    'status: active',
    'schema:',
    '  - name: people',
    '    properties:',
    '      - { name: id, logicalType: integer }',
    '      - { name: age, logicalType: integer }',
    '',
  ].join('\n'),
  '/model.bin': 'weights',
}

/** The evidence of data-validate on files that are all named by address. */
async function validated(): Promise<{ root: string; address(path: string): string; evidence: Evidence; said: string }> {
  const server = await faultServer(asked => objectReply(asked, FILES[asked.path] ?? ''))
  const address = (path: string) =>
    `${server.url}${path}#sha256=${createHash('sha256')
      .update(FILES[path] ?? '')
      .digest('hex')}`
  const root = temporaryFolder('by-address')
  vi.stubEnv('PROOFMARK_CACHE', temporaryFolder('cache'))
  const flags = [
    '--data',
    address('/data.tsv'),
    '--contract',
    address('/contract.yaml'),
    '--model',
    address('/model.bin'),
  ]
  const { said } = await runProgram(root, ['data-validate', ...flags])
  vi.unstubAllEnvs()
  return { root, address, evidence: evidenceIn(root, 'data-validate'), said }
}

it('a gate reads data, contract and model by address, and evidence names them by it', async () => {
  const { root, address, evidence, said } = await validated()
  expect(evidence.verdict).toBe('failed')
  expect(evidence.subject).toEqual([
    {
      name: address('/model.bin'),
      digest: { sha256: sha256('weights') },
      bytes: 7,
      origin: { kind: 'https', pinned: address('/model.bin') },
    },
  ])
  expect(evidence.materials.map(({ name, origin }) => [name, origin?.pinned])).toEqual(
    ['/contract.yaml', '/data.tsv'].map(path => [address(path), address(path)]),
  )
  const locations = evidence.checks.flatMap(check => check.locations ?? [])
  expect(locations.some(({ file, line }) => file === address('/data.tsv') && line === 3)).toBe(true)
  const written = ['data-validate.evidence.json', 'report.html'].map(name =>
    readFileSync(join(root, '.proofmark', name), 'utf8'),
  )
  for (const text of [...written, said]) expect(text).not.toMatch(/sha256\/[0-9a-f]{2}\//)

  const { results } = sarif(evidence, sha256).runs[0]
  expect(results.length).toBeGreaterThan(0)
  for (const { locations: places, message } of results) {
    expect(places[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'proofmark.yml' },
      region: { startLine: 1 },
    })
    expect(message.text).toMatch(/^In http:\/\/127\.0\.0\.1:\d+\//)
  }
  expect(new Set(findings(evidence, sha256).map(({ fingerprint }) => fingerprint)).size).toBe(results.length)
  expect(checkRun(evidence).annotations).toEqual([])
})

test.each([
  's3://bucket/a.csv',
  'https://h/a.csv#sha256=0',
  'models:/credit@champion',
  'runs:/1/a',
  'lakefs://r/main/a',
])('the address %s is as it was typed, wherever that was', address => {
  const root = temporaryFolder('by-address')
  writeFileSync(join(root, 'proofmark.yml'), '')
  expect(locate('/', join(root, 'proofmark.yml')).rebase(address)).toBe(address)
})

test.each([
  ['https://h/a.csv.gz?x=1#sha256=00', 'https://h/a.csv.gz'],
  ['s3://b/a.parquet?versionId=x.y', 's3://b/a.parquet'],
  ['s3://b/what?.csv', 's3://b/what?.csv'],
  ['s3://b/a.jsonl#sha256=00', 's3://b/a.jsonl'],
  ['a#b?.csv', 'a#b?.csv'],
])('%s ends as the file does: %s', (address, name) => {
  expect(withoutPin(address)).toBe(name)
})

it.each([
  'gs://bucket/data.csv',
  'az://container/data.csv',
  'abfss://c@a.dfs.core.windows.net/d.csv',
  'ssh://host/d.csv',
  'dbfs://d.csv',
  'file:///d.csv',
])('an address of a store that is not read is told so, and what to do: %s', async path => {
  const { code, said } = await runProgram(temporaryFolder('by-address'), [
    'data-validate',
    '--data',
    path,
    '--contract',
    path,
  ])
  expect(code).toBe(3)
  expect(said).toContain(`Expected a path or an address that is read but found '${path}'`)
  expect(said).toContain('Copy it here first, or into one of these: ')
})
