import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { modelCertify } from '../../src/commands/model-certify.ts'
import { type Evidence, evidenceFile, type Subject } from '../../src/core/evidence.ts'
import { sha256Sums } from '../../src/core/record/model/sha256-sums.ts'
import { ApprovalRule } from '../../src/core/record/policy/approval-rule.ts'
import { Policy } from '../../src/core/record/policy/policy.ts'
import { PolicyRule } from '../../src/core/record/policy/policy-rule.ts'
import { PolicySource } from '../../src/core/record/policy/policy-source.ts'
import { RuleWaiver } from '../../src/core/record/policy/rule-waiver.ts'
import { WaiverLimits } from '../../src/core/record/policy/waiver-limits.ts'
import { portsOf } from '../core/model/ports-of.ts'
import { settingsOf } from '../core/model/settings-of.ts'
import { decideBy, driftDocument } from '../core/record/judged.ts'
import { evidence, sha256 } from '../core/record/memory.ts'
import { ROOT } from '../harness/credit.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const page = readFileSync(join(ROOT, 'docs/policy.md'), 'utf8')
const blocks = (language: string) =>
  page
    .split(`\`\`\`${language}\n`)
    .slice(1)
    .map(text => text.split('```')[0] ?? '')
const CERTIFY = 'certify: { predictions: predictions-champion.csv, label: status, positive: bad, score: p_bad }'
const EXAMPLE = blocks('yaml')[0] ?? ''

describe('docs/policy.md', () => {
  it.each([
    ['the policy', Policy],
    ['a rule', PolicyRule],
    ['a waiver', RuleWaiver],
    ['limits of waivers', WaiverLimits],
    ['an approval', ApprovalRule],
    ['the place of a policy', PolicySource],
  ])('has a table of %s, as the schema has it', (_, schema) => {
    const rows = Object.entries(schema.shape).map(([key, value]) => `| \`${key}\` | ${value.meta()?.description} |\n`)
    expect(`${page}\n`).toContain(`| Key | What it says |\n| --- | --- |\n${rows.join('')}\n`)
  })

  it.each(blocks('yaml'))('has settings that can be read: %#', text => {
    expect(Object.keys(settingsOf(text).policy).length).toBeGreaterThan(1)
  })

  it('tells of the example what is decided on it', async () => {
    const read = (name: string) => readFileSync(join(ROOT, 'examples/credit', name))
    const model = read('model-champion.joblib')
    const digest = { sha256: createHash('sha256').update(model).digest('hex') }
    const subject: Subject[] = [{ name: 'model-champion.joblib', digest, bytes: model.length }]
    const modelId = sha256(sha256Sums(subject))
    const files = { 'predictions-champion.csv': read('predictions-champion.csv').toString() }
    const found = await modelCertify.find(settingsOf(CERTIFY), portsOf(files).ports, '.proofmark')
    const judged = {
      gate: 'model-certify' as const,
      sha256: '',
      evidence: { ...evidence('model-certify'), ...found } as Evidence,
    }
    const psi = Object.entries({ income: 0.01413, amount: 0.014579, debt: 0.0044 }).map(([column, psi]) => ({
      column,
      psi,
    }))
    const { rules } = decideBy(
      settingsOf(EXAMPLE).policy,
      [judged, driftDocument(psi)],
      '2026-11-30T00:00:00Z',
      modelId,
    )
    const told = Object.fromEntries(rules.map(({ rule, reason }) => [rule, reason]))
    const shown = blocks('text')[0]
    expect(shown).toContain(`Passed: ${told['auc-floor']}\n`)
    expect(shown).toContain(`Without it inconclusive: ${told['brier-ceiling']}\n`)
    expect(shown).toContain(told.psi?.slice(told.psi.indexOf('hold'), told.psi.indexOf(' (500')))
    expect(rules.find(({ rule }) => rule === 'brier-ceiling')).toMatchObject({ status: 'waived' })
  })
})

describe('proofmark policy', () => {
  let cwd: string
  beforeEach(() => {
    cwd = temporaryFolder('policy')
    mkdirSync(join(cwd, '.proofmark'))
    writeFileSync(join(cwd, 'm.bin'), 'weights')
    writeFileSync(join(cwd, 'proofmark.yml'), `model: { files: [m.bin] }\n${EXAMPLE}`)
  })

  /** Runs the command in this process: a start of its own costs more than the command. */
  async function policy(...args: string[]) {
    const said = { stdout: '', stderr: '' }
    const spies = (['stdout', 'stderr'] as const).map(stream =>
      vi.spyOn(process[stream], 'write').mockImplementation(text => {
        said[stream] += String(text)
        return true
      }),
    )
    try {
      const status = await program(['policy', ...args, '--config', join(cwd, 'proofmark.yml')])
      return { status, ...said }
    } finally {
      for (const spy of spies) spy.mockRestore()
    }
  }
  const evidenceOf = (folder: string, status: 'pass' | 'fail') => {
    const subject = [{ name: 'm.bin', digest: { sha256: sha256('weights') }, bytes: 7 }]
    const checks = [{ id: 'a', title: 'a', status, reason: 'because' }]
    writeFileSync(
      join(cwd, folder, evidenceFile('data-validate')),
      JSON.stringify(evidence('data-validate', { subject, checks })),
    )
  }

  it('explains: every rule, limit and exception as a sentence, and the digest', async () => {
    const { status, stdout } = await policy('explain')
    expect(status).toBe(0)
    for (const sentence of [
      'data-validate, model-certify, security-scan and drift-compare must have passed on exactly these model files.',
      'auc-floor: The lower end of the confidence interval of auc, by model-certify, must be at least 0.78: the model must prove it. Each value must rest on at least 1 000 rows.',
      'psi: The value of psi of every column, by drift-compare, must be less than 0.2; how sure it is does not count.',
      'fresh-data: Every check of data-validate must have passed. The gate must have finished at most 7 days before the decision.',
      'A waiver may hold 90 days at most.',
      'Not to be waived: fresh-data.',
      'From 2026-11-15 until the end of 2026-12-31 (UTC) brier-ceiling need not hold for model sha256:9f87',
      'A certificate is valid for 180 days, but no longer than the waivers it rests on.',
    ])
      expect(stdout).toContain(sentence)
    expect(stdout).toMatch(/^sha256 {3}[0-9a-f]{64}$/m)
    expect(JSON.parse((await policy('explain', '--json')).stdout)).toEqual(settingsOf(EXAMPLE).policy)
  })

  it('checks: decides on the evidence, and signs and writes nothing', async () => {
    writeFileSync(join(cwd, 'own.yml'), 'require: [data-validate]\n')
    evidenceOf('.proofmark', 'pass')
    const passed = await policy('check', '--policy', join(cwd, 'own.yml'))
    expect(passed.stdout).toContain('Passed: 2 rules hold. Nothing was signed')
    expect(passed.status).toBe(0)
    mkdirSync(join(cwd, 'other'))
    evidenceOf('other', 'fail')
    expect(
      await policy('check', '--policy', join(cwd, 'own.yml'), '--evidence', join(cwd, 'other'), '--quiet'),
    ).toMatchObject({
      status: 1,
      stdout: 'Failed: 1 of 2 rules do not hold. Nothing was signed\n',
    })
    const { decision, input } = JSON.parse((await policy('check', '--json')).stdout)
    expect(decision.verdict).toBe('inconclusive')
    expect(input.facts).toEqual([{ gate: 'data-validate', check: 'a', status: 'pass' }])
    expect(input.model).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('says what it wants', async () => {
    expect(await policy('chekc')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('Expected explain or check but found chekc'),
    })
    expect((await policy('explain', '--policy', join(cwd, 'none.yml'))).status).toBe(3)
    writeFileSync(
      join(cwd, 'proofmark.yml'),
      'policy: { from: { repository: acme/gov, path: p.yml, ref: refs/heads/main } }\n',
    )
    expect(await policy('explain')).toMatchObject({ status: 4, stderr: expect.stringContaining('--policy FILE') })
  })
})
