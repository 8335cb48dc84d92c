import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bucket } from '../../src/s3/bucket.ts'
import { ROOT } from '../harness/credit.ts'
import { startGitHub } from '../harness/github.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { sha256 } from '../harness/sha256.ts'
import { startMoto } from '../targets/moto.ts'
import { blockOf } from './block-of.ts'
import { matching } from './matching.ts'
import { blocksOf } from './pages.ts'
import { certifiedFolder, creditFolder, type Ended, shell } from './sessions.ts'

/** Every line of a block but those that begin so: another test runs them. */
const without = (text: string, begin: string) =>
  text
    .split('\n')
    .filter(line => !line.startsWith(begin))
    .join('\n')

const ok = ({ status, said }: Ended) =>
  expect({ status, said: status === 0 ? '' : said }).toEqual({ status: 0, said: '' })
const file = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

/** What docs/how-to/required-checks.md names owners of. */
const OWNED = ['proofmark.yml', 'contract.odcs.yaml', '.github/workflows/proofmark.yml']

it('docs/controls.md exports every form', async () => {
  const { folder, logKey } = await certifiedFolder()
  ok(
    await shell(folder, blockOf('docs/controls.md', 'proofmark controls --markdown'), {
      env: { PROOFMARK_LOG_KEY: logKey },
    }),
  )
  const held = (href: string, pointer = '') => {
    const value: unknown = JSON.parse(file(folder, decodeURI(href)))
    const keys = pointer.split('/').slice(1)
    return keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], value)
  }
  const csv = file(folder, 'controls.csv').split('\r\n')
  expect(csv.length).toBeGreaterThan(50)
  const places = [
    ...csv.flatMap(line => line.split(/[, ]/)).filter(cell => /^\.proofmark\//.test(cell)),
    ...[...file(folder, 'controls.md').matchAll(/\]\(([^)]+)\)/g)].map(([, href = '']) => href),
  ]
  expect(places.length).toBeGreaterThan(100)
  for (const place of new Set(places)) {
    const [href = '', pointer] = place.split('#')
    expect([place, typeof held(href, pointer)]).toEqual([place, 'object'])
  }
  const {
    metadata,
    results,
    'back-matter': back,
  } = JSON.parse(file(folder, 'assessment-results.json'))['assessment-results']
  expect(metadata['oscal-version']).toMatch(/^1\./)
  const resources = new Map<string, { rlinks?: { href: string; hashes: { value: string }[] }[] }>(
    back.resources.map((resource: { uuid: string }) => [`#${resource.uuid}`, resource]),
  )
  let followed = 0
  for (const { 'relevant-evidence': evidence } of results[0].observations)
    for (const { href, props = [] } of evidence)
      for (const link of resources.get(href)?.rlinks ?? []) {
        if (link.href.startsWith('urn:sha256:')) continue
        expect(link.hashes[0]?.value).toBe(sha256(file(folder, link.href)))
        expect([link.href, typeof held(link.href, props[0]?.value)]).toEqual([link.href, 'object'])
        followed += 1
      }
  expect(followed).toBeGreaterThan(100)
  for (const name of ['controls.md', 'record-of-processing.md', 'impact-assessment.md'])
    expect(file(folder, name)).toMatch(/^# /)
})

describe('docs/data-contracts.md', () => {
  it('suggests a contract', async () => {
    const folder = temporaryFolder('suggest')
    cpSync(join(ROOT, 'examples/credit/train.csv'), join(folder, 'train.csv'))
    ok(await shell(folder, blockOf('docs/data-contracts.md', 'npx proofmark suggest')))
    expect(file(folder, 'contract.odcs.yaml')).toContain('kind: DataContract')
  })

  it('imports one', async () => {
    const folder = temporaryFolder('import')
    const suite = {
      name: 'orders',
      expectations: [{ type: 'expect_column_values_to_not_be_null', kwargs: { column: 'id' } }],
      meta: { great_expectations_version: '1.5.0' },
    }
    writeFileSync(join(folder, 'suite.json'), JSON.stringify(suite))
    ok(await shell(folder, blockOf('docs/data-contracts.md', 'npx proofmark import')))
    expect(file(folder, 'contract.odcs.yaml')).toContain('kind: DataContract')
  })

  it('validates a table in four parts, and merges them', async () => {
    const folder = creditFolder()
    cpSync(join(folder, 'applications.csv'), join(folder, 'big.csv'))
    const [one = '', merge = ''] = blockOf(
      'docs/data-contracts.md',
      'npx proofmark data-validate --data big.csv',
    ).split('\n')
    for (const shard of ['1/4', '2/4', '3/4', '4/4'])
      expect((await shell(folder, one.replace('1/4', shard))).status).toBe(2)
    const merged = await shell(folder, merge)
    ok(merged)
    expect(merged.said).toMatch(/4.454 rows/)
  })
})

it('docs/how-to/first-gate.md begins a repository', async () => {
  const folder = creditFolder()
  for (const made of ['proofmark.yml', 'contract.odcs.yaml']) rmSync(join(folder, made))
  ok(await shell(folder, blockOf('docs/how-to/first-gate.md', 'npx github:proofmark/proofmark init')))
  expect(file(folder, 'proofmark.yml')).toContain('certify:')
  expect(OWNED.filter(path => !existsSync(join(folder, path)))).toEqual([])
  ok(await shell(folder, blockOf('docs/how-to/first-gate.md', 'npx proofmark keygen')))
  expect(file(folder, 'proofmark.pub')).toContain('PUBLIC KEY')
})

it('docs/how-to/private-keys.md makes a new key and revokes the old one', async () => {
  const { folder, logKey } = await certifiedFolder()
  mkdirSync(join(folder, 'keys'))
  cpSync(join(folder, 'proofmark.pub'), join(folder, 'keys/2026.pub'))
  ok(
    await shell(folder, blockOf('docs/how-to/private-keys.md', 'proofmark keygen --out keys'), {
      env: { PROOFMARK_LOG_KEY: logKey },
    }),
  )
  // What the old key signed counts no more.
  const { status } = await shell(folder, 'proofmark verify certificate.sigstore.json --model model --key keys/2026.pub')
  expect(status).toBe(1)
})

it('docs/imports.md exports to Evidently', async () => {
  const folder = creditFolder()
  cpSync(join(folder, 'holdout.csv'), join(folder, 'april.csv'))
  ok(await shell(folder, without(blockOf('docs/imports.md', 'proofmark drift-compare --reference'), 'evidently ui')))
  expect(existsSync(join(folder, 'workspace'))).toBe(true)
})

it('docs/log.md verifies, lists and proves, and begins a witness', async () => {
  const { folder } = await certifiedFolder()
  const said = await shell(folder, blockOf('docs/log.md', 'proofmark log verify'))
  ok(said)
  expect(existsSync(join(folder, 'certificate.sigstore.json.tlog-proof'))).toBe(true)
  ok(await shell(folder, blockOf('docs/log.md', 'proofmark witness init')))
})

it('docs/metrics.md writes rules and a dashboard', async () => {
  const folder = creditFolder()
  ok(await shell(folder, `proofmark keygen --out .proofmark/keys\n${blockOf('docs/metrics.md', 'proofmark gate ')}`))
  expect(existsSync(join(folder, 'monitoring'))).toBe(true)
})

it('docs/operational-series.md finds what is shown', async () => {
  const folder = creditFolder()
  const { status, said } = await shell(folder, blockOf('docs/operational-series.md', 'proofmark drift-compare'), {
    upTo: 1,
  })
  expect(status).toBe(0)
  expect(file(folder, 'serving-log.csv')).toMatch(matching(blockOf('docs/operational-series.md', 'timestamp')))
  const shown = blockOf('docs/operational-series.md', 'errors: no bucket').split('\n').join(' ')
  expect(said.replace(/\s+/g, ' ')).toContain(shown)
})

it('docs/portal.md builds all three sites', async () => {
  const { folder, verifierKey } = await certifiedFolder()
  for (const clone of ['credit', 'fraud']) {
    mkdirSync(join(folder, clone))
    writeFileSync(
      join(folder, clone, 'proofmark.yml'),
      file(folder, 'proofmark.yml').replaceAll('../governance.git', '../../governance.git'),
    )
  }
  cpSync(join(folder, '.proofmark'), join(folder, 'evidence'), { recursive: true })
  ok(await shell(folder, 'git clone -q -b proofmark-log ../governance.git log'))
  const built = await shell(folder, blockOf('docs/portal.md', 'proofmark portal --out site'), {
    env: { LOG: verifierKey },
  })
  ok(built)
  expect(built.said.match(/^.*: \d+ pages in site$/gm)).toHaveLength(3)
  // The last of them was told whose signatures count.
  expect(JSON.parse(file(folder, 'site/portal.json')).models[0].tags).toContain('certified')

  // A policy says it as well as a flag: that of the clone itself, or of the folder one is in.
  const key = file(folder, 'proofmark.pub').trim().replace(/^/gm, '          ')
  const trust = `policy:\n  trust:\n    keys:\n      - name: us\n        key: |\n${key}\n`
  writeFileSync(join(folder, 'proofmark.yml'), file(folder, 'proofmark.yml').replace('policy:\n', trust))
  for (const repository of ['', `log --verifier-key ${verifierKey}`]) {
    const { said } = await shell(folder, `proofmark portal ${repository} --out site --json`)
    expect(JSON.parse(said).signatures).toEqual({ verified: 1, refused: 0, notAsked: 0 })
  }
})

it('docs/promotion.md promotes as shown, goes back and revokes', async () => {
  const { folder, logKey } = await certifiedFolder()
  const env = { PROOFMARK_LOG_KEY: logKey }
  ok(
    await shell(folder, `rm proofmark.key proofmark.pub\n${blockOf('docs/promotion.md', 'proofmark keygen')}`, { env }),
  )
  // Something newer, so that there is something to go back from.
  ok(
    await shell(
      folder,
      'proofmark gate --quiet\nproofmark promote .proofmark/certificate.sigstore.json --to folder:production --model model-champion.joblib --key proofmark.pub',
      { env },
    ),
  )
  const [back = '', nothing = ''] = blockOf('docs/promotion.md', 'proofmark demote --to folder').split('\n')
  const went = await shell(folder, `${back}\n${nothing}`, { env, upTo: 2 })
  ok(went)
  cpSync(join(folder, 'proofmark.pub'), join(folder, 'old.pub'))
  cpSync(join(folder, '.proofmark/certificate.sigstore.json'), join(folder, 'certificate.sigstore.json'))
  ok(await shell(folder, blockOf('docs/promotion.md', 'proofmark revoke certificate'), { env, upTo: 2 }))
  expect(file(folder, 'life.html')).toContain('revoked')
})

it('docs/promotion.md verifies what is in production', async () => {
  const { folder } = await certifiedFolder()
  const shown = blockOf('docs/promotion.md', 'proofmark verify certificate').replace('/models/credit', 'model')
  ok(await shell(folder, shown))
})

it('docs/approvals.md reviews a folder of certificates', async () => {
  const { folder } = await certifiedFolder()
  mkdirSync(join(folder, 'certified/credit'), { recursive: true })
  cpSync(join(folder, 'certificate.sigstore.json'), join(folder, 'certified/credit/certificate.sigstore.json'))
  ok(await shell(folder, blockOf('docs/approvals.md', 'proofmark review')))
})

it('docs/signing.md makes keys, and verifies a bundle with jq and openssl alone', async () => {
  const { folder } = await certifiedFolder()
  const lines = blockOf('docs/signing.md', 'P=$(jq').split('\n')
  cpSync(join(folder, 'certificate.sigstore.json'), join(folder, 'c.json'))
  ok(await shell(folder, lines.filter(line => !line.endsWith('# Ed25519')).join('\n')))
  ok(await shell(temporaryFolder('keys'), blockOf('docs/signing.md', 'proofmark keygen')))
})

it('docs/tokenize.md replaces and gives back', async () => {
  const folder = temporaryFolder('tokenize')
  writeFileSync(join(folder, 'raw.csv'), 'id,email\n1,a@example.com\n2,b@example.com\n')
  const property = (name: string, more: string) => `      - name: ${name}\n        logicalType: string\n${more}`
  writeFileSync(
    join(folder, 'contract.odcs.yaml'),
    `apiVersion: v3.1.0\nkind: DataContract\nid: t\nname: t\nversion: 1.0.0\nstatus: active\nschema:\n  - name: raw\n    properties:\n${property('id', '')}${property('email', '        classification: restricted\n        customProperties:\n          - property: proofmarkTokenize\n            value: aes-siv\n')}`,
  )
  const whole = file(folder, 'raw.csv')
  ok(await shell(folder, blockOf('docs/tokenize.md', 'openssl rand')))
  expect(file(folder, 'applications.csv')).not.toContain('a@example.com')
  expect(file(folder, 'raw.csv')).toBe(whole)
})

it('actions/security-scan/README.md scans a folder and takes what is there as known', async () => {
  const folder = temporaryFolder('scan')
  for (const name of ['requirements.txt', 'model-champion.joblib'])
    cpSync(join(ROOT, 'examples/credit', name), join(folder, name))
  ok(await shell(folder, blockOf('actions/security-scan/README.md', 'proofmark security-scan')))
  expect(existsSync(join(folder, 'secrets-baseline.json'))).toBe(true)
})

it('docs/promotion.md prints what is shown, without a log', async () => {
  const folder = creditFolder()
  const key = join(folder, 'proofmark.yml')
  writeFileSync(key, file(folder, 'proofmark.yml').replace('key: .proofmark/keys/proofmark.key', 'key: proofmark.key'))
  const ended = await shell(folder, blockOf('docs/promotion.md', 'proofmark keygen'))
  ok(ended)
  const settled = (text: string) =>
    text
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'TIME')
      .replace(/, by \S+$/gm, ', by SOMEBODY')
      .replace(/[ \t]+$/gm, '')
  const [said, shown] = [ended.said, blockOf('docs/promotion.md', '✔ The certificate holds')].map(settled)
  // Of long names and sentences the page shows the beginning; who it was, a run without a name does not say.
  for (const part of (shown ?? '').split(/\n| ?…|, by SOMEBODY/)) expect(said).toContain(part)
})

it('README.md shows more that there is', async () => {
  const { folder } = await certifiedFolder()
  ok(await shell(folder, blockOf('README.md', 'npx proofmark explain psi')))
  expect(existsSync(join(folder, 'site/index.html'))).toBe(true)
})

it('README.md begins a repository, and makes a contract', async () => {
  const folder = creditFolder()
  for (const made of ['proofmark.yml', 'contract.odcs.yaml']) rmSync(join(folder, made))
  ok(await shell(folder, blockOf('README.md', 'npx github:proofmark/proofmark init')))
  expect(file(folder, 'proofmark.pub')).toContain('PUBLIC KEY')
})

it('README.md suggests and imports a contract by the commands that are run above', () => {
  const commands = (text: string) => text.split('\n').map(line => line.replace(/ +#.*$/, ''))
  expect(commands(blockOf('README.md', 'npx proofmark suggest'))).toEqual(
    ['suggest', 'import'].flatMap(name => commands(blockOf('docs/data-contracts.md', `npx proofmark ${name}`))),
  )
})

it('docs/log.md begins a log on GitHub, and prints what is shown', async () => {
  const github = await startGitHub({ repository: 'acme/governance' })
  const folder = temporaryFolder('log')
  const begun = await shell(folder, blockOf('docs/log.md', 'proofmark log init'), {
    env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token },
  })
  ok(begun)
  const shown = blocksOf('docs/log.md').find(({ text }) => text.startsWith('record:\n  log:\n'))
  expect(begun.said).toMatch(matching(shown?.text.replace('1f0d3c2a+AbC…', '…') ?? ''))
  const { commit } = await github.read<{ commit: { sha: string } }>('/branches/proofmark-log')
  expect(commit.sha).toMatch(/^[0-9a-f]{40}$/)
  await github.close()
})

it('docs/doctor.md shows what is told of a key that is missing and a bucket without versions', async () => {
  const moto = await startMoto()
  const environment = { ...moto.environment, AWS_REGION: 'us-east-1' }
  const folder = creditFolder()
  for (const request of [{}, { key: 'train.csv', body: readFileSync(join(folder, 'train.csv')) }])
    (await bucket('acme-data', environment).send({ method: 'PUT', doing: 'put', ...request })).body.resume()
  const settings = file(folder, 'proofmark.yml').replace('train.csv', 's3://acme-data/train.csv')
  writeFileSync(join(folder, 'proofmark.yml'), settings)
  const [command = '', ...shown] = blockOf('docs/doctor.md', 'proofmark doctor').split('\n')
  const { said } = await shell(folder, command, { env: environment, upTo: 4 })
  moto.stop()
  // Of the machine it tells what is there: its Node, its folder, its disk.
  const settled = (text: string) =>
    text
      .replace(/Node [\d.]+/, 'Node')
      .replaceAll(/Cache \S+/g, 'Cache')
      .replace(/[\d.]+ GB/, 'GB')
      .replaceAll(/ +/g, ' ')
  expect(settled(said)).toMatch(matching(settled(shown.join('\n'))))
})

it('docs/how-to/required-checks.md names an owner for each file that init writes', () => {
  const folder = temporaryFolder('owners')
  const rules = blockOf('docs/how-to/required-checks.md', 'proofmark.yml ')
    .split('\n')
    .map(line => /^(\S+) +(@[\w-]+\/[\w-]+)$/.exec(line) ?? [])
  expect(rules.filter(([whole]) => whole === undefined)).toEqual([])
  // The patterns are those of .gitignore, and the last that matches counts: git itself matches them.
  writeFileSync(join(folder, 'patterns'), rules.map(([, pattern]) => `${pattern}\n`).join(''))
  const ownerOf = (path: string) => {
    const words = ['-c', 'core.excludesFile=patterns', 'check-ignore', '--verbose', '--no-index', path]
    const line = /^patterns:(\d+):/.exec(execFileSync('git', words, { cwd: folder, encoding: 'utf8' }))?.[1]
    return rules[Number(line) - 1]?.[2]
  }
  execFileSync('git', ['init', '-q'], { cwd: folder })
  expect(OWNED.map(ownerOf)).toEqual(['@acme/model-risk', '@acme/data-owners', '@acme/platform'])
})

it('docs/log-branch.md keeps a bare repository from forgetting', async () => {
  const folder = temporaryFolder('bare')
  ok(await shell(folder, 'git init -q --bare .'))
  ok(await shell(folder, blockOf('docs/log-branch.md', 'git config receive')))
  const { said } = await shell(folder, 'git config receive.denyDeletes')
  expect(said).toBe('true\n')
})
