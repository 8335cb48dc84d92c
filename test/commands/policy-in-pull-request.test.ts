import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../src/commands/run.ts'
import { compose } from '../../src/compose.ts'
import type { FileOnRef, Forge, RunContext } from '../../src/ports.ts'
import { recordSection } from '../../src/report/record-section.ts'
import { evidence, subjectOf } from '../core/record/memory.ts'
import { forgeWith } from './forge-with.ts'

const WEIGHTS = 'weights'
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policy-'))
  writeFileSync(join(root, 'm.pkl'), WEIGHTS)
  mkdirSync(join(root, '.proofmark'))
  const scanned = evidence('security-scan', { subject: subjectOf({ 'm.pkl': WEIGHTS }) })
  writeFileSync(join(root, '.proofmark/security-scan.evidence.json'), JSON.stringify(scanned))
})
afterEach(() => rmSync(root, { recursive: true }))

const write = (path: string, text: string) => writeFileSync(join(root, path), text)
const MODEL = 'model: { files: [m.pkl] }\n'
const STRICT = `require: [security-scan]
rules:
  - { id: auc-floor, gate: model-certify, metric: auc, comparator: ">=", threshold: 0.8 }
`
const LAX = 'require: [security-scan]\n'

interface Given {
  readonly base?: Record<string, string>
  readonly remote?: FileOnRef
  readonly context?: RunContext
  readonly forge?: false
  readonly policy?: string
  readonly command?: 'gate' | 'audit-record' | 'data-validate'
}

/** Runs the gate, in a pull request to a branch with these files unless told otherwise. */
async function gate({ base = {}, remote, context = { base: 'abc' }, forge, policy, command = 'audit-record' }: Given) {
  const asked: string[] = []
  const ours: Forge = {
    ...forgeWith(undefined),
    readBase: async path => base[path],
    listBase: async () => Object.keys(base),
    async readFile(repository, ref, path) {
      asked.push(`${repository} ${ref} ${path}`)
      if (!remote) throw new Error('There is no other repository')
      return remote
    },
  }
  const ports = compose(root, { info() {}, warn() {}, progress() {} }, context, forge === false ? undefined : ours)
  const { privateKey } = await ports.signing.generate('p256')
  const outcome = await run(
    {
      command,
      out: '.proofmark',
      config: 'proofmark.yml',
      configPath: 'credit/proofmark.yml',
      inputs: new Map(),
      nameInput: ({ name }) => name,
      rebase: path => path,
      key: privateKey,
      policy,
    },
    ports,
  )
  const { decision, problem } = outcome.certification ?? {}
  return { ...outcome, asked, rules: decision?.rules ?? [], notes: decision?.notes ?? [], problem }
}
const rule = ({ rules }: Awaited<ReturnType<typeof gate>>, id: string) => rules.find(each => each.rule === id)
const signedPayload = (file: string) => {
  const bundle = JSON.parse(readFileSync(join(root, '.proofmark', file), 'utf8'))
  return JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString())
}

describe('a pull request that weakens the policy', () => {
  const weakened = (policy: string) => `${MODEL}policy:\n  ${policy.trim().replaceAll('\n', '\n  ')}\n`

  it('is decided by the policy of the base branch, and sees what it takes away', async () => {
    write('proofmark.yml', weakened(LAX))
    const found = await gate({ base: { 'credit/proofmark.yml': weakened(STRICT) } })
    expect(found.verdict).toBe('inconclusive')
    expect(rule(found, 'auc-floor')).toMatchObject({ status: 'inconclusive' })
    expect(found.notes).toEqual([
      "Weaker: this pull request removes rule auc-floor (model-certify: auc at least 0.8); this run was decided by the base branch's policy",
    ])
    if (!found.certification) throw new Error('Expected a certification')
    expect(recordSection(found.certification)).toContain('Weaker: this pull request removes rule auc\\-floor')
  })

  it('is decided by the same policy where it strengthens it', async () => {
    write('proofmark.yml', weakened(STRICT))
    const found = await gate({ base: { 'credit/proofmark.yml': weakened(LAX) } })
    expect(found.verdict).toBe('passed')
    expect(rule(found, 'auc-floor')).toBeUndefined()
    expect(found.notes).toEqual([expect.stringMatching(/^Stronger: this pull request adds rule auc-floor/)])
  })

  it('takes no waiver that it brings along', async () => {
    const waiver = (model: string) =>
      `waivers:\n  - { rule: auc-floor, model: 'sha256:${model}', reason: r, owner: o, requested-by: mallory, expires: 9999-12-31 }\n`
    write('proofmark.yml', weakened(STRICT))
    const first = await gate({ base: { 'credit/proofmark.yml': weakened(STRICT) } })
    const id = first.certification?.model.id ?? ''
    write('proofmark.yml', weakened(`${STRICT}${waiver(id)}`))
    const found = await gate({ base: { 'credit/proofmark.yml': weakened(STRICT) } })
    expect(rule(found, 'auc-floor')?.status).toBe('inconclusive')
    expect(found.notes).toEqual([expect.stringMatching(/^Weaker: this pull request adds the waiver of auc-floor/)])
    const merged = await gate({ base: { 'credit/proofmark.yml': weakened(`${STRICT}${waiver(id)}`) } })
    expect(rule(merged, 'auc-floor')?.status).toBe('waived')
    expect(merged.verdict).toBe('passed')
    expect(signedPayload('certificate.sigstore.json').predicate.verificationResult).toBe('PASSED')
  })
})

describe('a policy in a file of its own', () => {
  const here = `${MODEL}policy: { from: { file: policies/credit.yml } }\n`
  beforeEach(() => write('proofmark.yml', here))

  it('is that of the base branch in a pull request, and what would change is listed', async () => {
    write('credit.yml', LAX)
    write('proofmark.yml', here.replace('policies/credit.yml', 'credit.yml'))
    const base = {
      'credit/proofmark.yml': here.replace('policies/credit.yml', 'credit.yml'),
      'credit/credit.yml': STRICT,
    }
    const found = await gate({ base })
    expect(rule(found, 'auc-floor')?.status).toBe('inconclusive')
    expect(found.notes).toEqual([expect.stringMatching(/^Weaker: this pull request removes rule auc-floor/)])
    write('credit.yml', 'require: nothing')
    expect((await gate({ base })).notes).toEqual([
      expect.stringContaining('leaves no policy that can be read in credit.yml: Expected'),
    ])
    rmSync(join(root, 'credit.yml'))
    expect((await gate({ base })).notes).toEqual([expect.stringContaining('leaves no policy that can be read')])
  })

  it('cannot be pointed elsewhere by a pull request', async () => {
    write('lax.yml', LAX)
    write('proofmark.yml', here.replace('policies/credit.yml', 'lax.yml'))
    const found = await gate({
      base: { 'credit/proofmark.yml': here, 'credit/policies/credit.yml': STRICT, 'credit/lax.yml': LAX },
    })
    expect(rule(found, 'auc-floor')?.status).toBe('inconclusive')
    expect(found.notes).toContainEqual(expect.stringContaining('changes where the policy is kept'))
  })

  it('is required on the base branch', async () => {
    await expect(gate({ base: { 'credit/proofmark.yml': here } })).rejects.toThrow(
      'Expected the policy in policies/credit.yml on the base branch but found no such file',
    )
  })

  it('is read here where nothing is to be merged, and is what the certificate names', async () => {
    write('proofmark.yml', here.replace('policies/credit.yml', 'credit.yml'))
    write('credit.yml', LAX)
    const found = await gate({ context: {} })
    expect(found.verdict).toBe('passed')
    expect(signedPayload('certificate.sigstore.json').predicate.policy.uri).toBe('credit.yml')
  })

  it('can be given in place of what the settings say', async () => {
    write('proofmark.yml', `${MODEL}policy: { require: [security-scan] }\n`)
    write('strict.yml', STRICT)
    const found = await gate({ context: {}, forge: false, policy: 'strict.yml' })
    expect(rule(found, 'auc-floor')?.status).toBe('inconclusive')
  })
})

describe('a policy in another repository', () => {
  const from = 'from: { repository: acme/ml-governance, path: policies/fraud.yml, ref: refs/heads/main }'
  const commit = '9f3c'.repeat(10)
  const remote = { text: LAX, commit, address: 'https://github.com/acme/ml-governance' }
  beforeEach(() => write('proofmark.yml', `${MODEL}policy: { ${from} }\n`))

  it('is read from its ref, and named by commit in the certificate', async () => {
    const found = await gate({ context: {}, remote })
    expect(found.verdict).toBe('passed')
    expect(found.asked).toEqual(['acme/ml-governance refs/heads/main policies/fraud.yml'])
    const { policy } = signedPayload('certificate.sigstore.json').predicate
    expect(policy.uri).toBe(`git+https://github.com/acme/ml-governance@${commit}#policies/fraud.yml`)
    expect(policy.digest.gitCommit).toBe(commit)
    expect(found.notes).toEqual([])
  })

  it('is where the base branch says, whatever the pull request says', async () => {
    write('proofmark.yml', `${MODEL}policy: { from: { repository: mallory/lax, path: p.yml, ref: refs/heads/main } }\n`)
    const found = await gate({
      base: { 'credit/proofmark.yml': `${MODEL}policy: { ${from} }\n` },
      remote: { ...remote, text: STRICT },
    })
    expect(found.asked).toEqual(['acme/ml-governance refs/heads/main policies/fraud.yml'])
    expect(rule(found, 'auc-floor')?.status).toBe('inconclusive')
  })

  it('refuses everything where it is none, or there is no way to it', async () => {
    await expect(gate({ context: {}, remote: { ...remote, text: 'requires: []' } })).rejects.toThrow(
      "Unknown key 'requires' (acme/ml-governance/policies/fraud.yml:1)",
    )
    await expect(gate({ context: {}, forge: false })).rejects.toMatchObject({
      code: 'policy.no-github',
      kind: 'environment',
      hint: 'Give a copy of it: --policy FILE',
    })
  })

  it('is not fetched for a gate that no policy has a part in', async () => {
    expect((await gate({ context: {}, command: 'data-validate' })).asked).toEqual([])
  })
})

it('has every gate run that it has rules about', async () => {
  const rules = '[{ id: auc-floor, gate: model-certify, metric: auc, comparator: ">=", threshold: 0.8 }]'
  write('proofmark.yml', `policy: { require: [data-validate], rules: ${rules} }\n`)
  const { produced, verdict } = await gate({ context: {}, command: 'gate' })
  expect(produced.map(({ evidence }) => evidence.gate)).toEqual(['data-validate', 'model-certify'])
  expect(verdict).toBe('inconclusive')
})
