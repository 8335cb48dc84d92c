import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../harness/credit.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { blocksOf } from './pages.ts'
import { certifiedFolder, creditFolder, type Ended, shell } from './sessions.ts'

/** The block of a page that begins with these words, its prompts taken away. */
function script(page: string, begin: string): string {
  const block = blocksOf(page).find(({ text }) => text.replace(/^\$ /, '').startsWith(begin))
  if (!block) throw new Error(`${page} has no block that begins with ${begin}`)
  return block.text.replace(/^\$ /gm, '')
}

/** Every line of a block but those that begin so: they want what is not here. */
const without = (text: string, begin: string) =>
  text
    .split('\n')
    .filter(line => !line.startsWith(begin))
    .join('\n')

const ok = ({ status, said }: Ended) =>
  expect({ status, said: status === 0 ? '' : said }).toEqual({ status: 0, said: '' })
const file = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

it('docs/controls.md exports every form', async () => {
  const { folder, logKey } = await certifiedFolder()
  ok(
    await shell(folder, script('docs/controls.md', 'proofmark controls --markdown'), {
      env: { PROOFMARK_LOG_KEY: logKey },
    }),
  )
  expect(file(folder, 'controls.csv').split('\n').length).toBeGreaterThan(50)
  expect(JSON.parse(file(folder, 'assessment-results.json'))['assessment-results'].metadata['oscal-version']).toMatch(
    /^1\./,
  )
  for (const name of ['controls.md', 'record-of-processing.md', 'impact-assessment.md'])
    expect(file(folder, name)).toMatch(/^# /)
})

describe('docs/data-contracts.md', () => {
  it('suggests a contract', async () => {
    const folder = temporaryFolder('suggest')
    cpSync(join(ROOT, 'examples/credit/train.csv'), join(folder, 'train.csv'))
    ok(await shell(folder, script('docs/data-contracts.md', 'npx proofmark suggest')))
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
    ok(await shell(folder, script('docs/data-contracts.md', 'npx proofmark import')))
    expect(file(folder, 'contract.odcs.yaml')).toContain('kind: DataContract')
  })

  it('validates a table in four parts, and merges them', async () => {
    const folder = creditFolder()
    cpSync(join(folder, 'applications.csv'), join(folder, 'big.csv'))
    const [one = '', merge = ''] = script('docs/data-contracts.md', 'npx proofmark data-validate --data big.csv').split(
      '\n',
    )
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
  ok(await shell(folder, script('docs/how-to/first-gate.md', 'npx github:proofmark/proofmark init')))
  expect(file(folder, 'proofmark.yml')).toContain('certify:')
  ok(await shell(folder, script('docs/how-to/first-gate.md', 'npx proofmark keygen')))
  expect(file(folder, 'proofmark.pub')).toContain('PUBLIC KEY')
})

it('docs/how-to/private-keys.md makes a new key and revokes the old one', async () => {
  const { folder, logKey } = await certifiedFolder()
  mkdirSync(join(folder, 'keys'))
  cpSync(join(folder, 'proofmark.pub'), join(folder, 'keys/2026.pub'))
  ok(
    await shell(folder, script('docs/how-to/private-keys.md', 'proofmark keygen --out keys'), {
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
  ok(await shell(folder, without(script('docs/imports.md', 'proofmark drift-compare --reference'), 'evidently ui')))
  expect(existsSync(join(folder, 'workspace'))).toBe(true)
})

it('docs/log.md verifies, lists and proves, and begins a witness', async () => {
  const { folder } = await certifiedFolder()
  const said = await shell(folder, script('docs/log.md', 'proofmark log verify'))
  ok(said)
  expect(existsSync(join(folder, 'certificate.sigstore.json.tlog-proof'))).toBe(true)
  ok(await shell(folder, script('docs/log.md', 'proofmark witness init')))
})

it('docs/metrics.md writes rules and a dashboard', async () => {
  const folder = creditFolder()
  ok(await shell(folder, `proofmark keygen --out .proofmark/keys\n${script('docs/metrics.md', 'proofmark gate ')}`))
  expect(existsSync(join(folder, 'monitoring'))).toBe(true)
})

it('docs/operational-series.md finds what is shown', async () => {
  const folder = creditFolder()
  const { status, said } = await shell(folder, script('docs/operational-series.md', 'proofmark drift-compare'), {
    upTo: 1,
  })
  expect(status).toBe(0)
  const shown = script('docs/operational-series.md', 'errors: no bucket').split('\n').join(' ')
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
  const built = await shell(folder, script('docs/portal.md', 'proofmark portal --out site'), {
    env: { LOG: verifierKey },
  })
  ok(built)
  expect(built.said.match(/^.*: \d+ pages in site$/gm)).toHaveLength(3)
  // The last of them was told whose signatures count.
  expect(JSON.parse(file(folder, 'site/portal.json')).models[0].tags).toContain('certified')
})

it('docs/promotion.md promotes as shown, goes back and revokes', async () => {
  const { folder, logKey } = await certifiedFolder()
  const env = { PROOFMARK_LOG_KEY: logKey }
  ok(await shell(folder, `rm proofmark.key proofmark.pub\n${script('docs/promotion.md', 'proofmark keygen')}`, { env }))
  // Something newer, so that there is something to go back from.
  ok(
    await shell(
      folder,
      'proofmark gate --quiet\nproofmark promote .proofmark/certificate.sigstore.json --to folder:production --model model-champion.joblib --key proofmark.pub',
      { env },
    ),
  )
  const [back = '', nothing = ''] = script('docs/promotion.md', 'proofmark demote --to folder').split('\n')
  const went = await shell(folder, `${back}\n${nothing}`, { env, upTo: 2 })
  ok(went)
  cpSync(join(folder, 'proofmark.pub'), join(folder, 'old.pub'))
  cpSync(join(folder, '.proofmark/certificate.sigstore.json'), join(folder, 'certificate.sigstore.json'))
  ok(await shell(folder, script('docs/promotion.md', 'proofmark revoke certificate'), { env, upTo: 2 }))
  expect(file(folder, 'life.html')).toContain('revoked')
})

it('docs/promotion.md verifies what is in production', async () => {
  const { folder } = await certifiedFolder()
  const shown = script('docs/promotion.md', 'proofmark verify certificate').replace('/models/credit', 'model')
  ok(await shell(folder, shown))
})

it('docs/approvals.md reviews a folder of certificates', async () => {
  const { folder } = await certifiedFolder()
  mkdirSync(join(folder, 'certified/credit'), { recursive: true })
  cpSync(join(folder, 'certificate.sigstore.json'), join(folder, 'certified/credit/certificate.sigstore.json'))
  ok(await shell(folder, script('docs/approvals.md', 'proofmark review')))
})

it('docs/signing.md makes keys, and verifies a bundle with jq and openssl alone', async () => {
  const { folder } = await certifiedFolder()
  const lines = script('docs/signing.md', 'P=$(jq').split('\n')
  cpSync(join(folder, 'certificate.sigstore.json'), join(folder, 'c.json'))
  ok(await shell(folder, lines.filter(line => !line.endsWith('# Ed25519')).join('\n')))
  const keys = without(script('docs/signing.md', 'proofmark keygen'), 'gh secret')
  ok(await shell(temporaryFolder('keys'), keys))
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
  ok(await shell(folder, script('docs/tokenize.md', 'openssl rand')))
  expect(file(folder, 'applications.csv')).not.toContain('a@example.com')
  expect(file(folder, 'raw.csv')).toBe(whole)
})

it('actions/security-scan/README.md scans a folder and takes what is there as known', async () => {
  const folder = temporaryFolder('scan')
  for (const name of ['requirements.txt', 'model-champion.joblib'])
    cpSync(join(ROOT, 'examples/credit', name), join(folder, name))
  ok(await shell(folder, script('actions/security-scan/README.md', 'proofmark security-scan')))
  expect(existsSync(join(folder, 'secrets-baseline.json'))).toBe(true)
})

it('docs/promotion.md prints what is shown, without a log', async () => {
  const folder = creditFolder()
  const key = join(folder, 'proofmark.yml')
  writeFileSync(key, file(folder, 'proofmark.yml').replace('key: .proofmark/keys/proofmark.key', 'key: proofmark.key'))
  const ended = await shell(folder, script('docs/promotion.md', 'proofmark keygen'))
  ok(ended)
  const settled = (text: string) =>
    text
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'TIME')
      .replace(/, by \S+$/gm, ', by SOMEBODY')
      .replace(/[ \t]+$/gm, '')
  const [said, shown] = [ended.said, script('docs/promotion.md', '✔ The certificate holds')].map(settled)
  // Of long names and sentences the page shows the beginning; who it was, a run without a name does not say.
  for (const part of (shown ?? '').split(/\n| ?…|, by SOMEBODY/)) expect(said).toContain(part)
})

it('README.md shows more that there is', async () => {
  const { folder } = await certifiedFolder()
  ok(await shell(folder, script('README.md', 'npx proofmark explain psi')))
  expect(existsSync(join(folder, 'site/index.html'))).toBe(true)
})

it('README.md begins a repository, and makes a contract', async () => {
  const folder = creditFolder()
  for (const made of ['proofmark.yml', 'contract.odcs.yaml']) rmSync(join(folder, made))
  ok(await shell(folder, script('README.md', 'npx github:proofmark/proofmark init')))
  expect(file(folder, 'proofmark.pub')).toContain('PUBLIC KEY')
})

it('docs/log-branch.md keeps a bare repository from forgetting', async () => {
  const folder = temporaryFolder('bare')
  ok(await shell(folder, 'git init -q --bare .'))
  ok(await shell(folder, script('docs/log-branch.md', 'git config receive')))
  const { said } = await shell(folder, 'git config receive.denyDeletes')
  expect(said).toBe('true\n')
})
