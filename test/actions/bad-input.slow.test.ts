import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { GateName } from '../../src/core/evidence.ts'
import { creditOnGitHub, creditRepository, evidenceIn, KEYS } from '../harness/credit.ts'
import { pullRequestEvent } from '../harness/events.ts'
import { runAction } from '../harness/run-action.ts'

interface Bad {
  readonly what: string
  readonly gate: GateName
  /** Spoils the repository. */
  readonly spoil: (edit: (file: string, by: (text: string) => string) => void, root: string) => void
  readonly exitCode: 1 | 2 | 3
  /** What the log and the evidence must say. */
  readonly says: RegExp
}

const row = (n: number, by: (line: string) => string) => (text: string) => {
  const lines = text.split('\n')
  lines[n] = by(lines[n] ?? '')
  return lines.join('\n')
}

const cases: Bad[] = [
  {
    what: 'a missing data file',
    gate: 'data-validate',
    spoil: (_, root) => rmSync(join(root, 'applications.csv')),
    exitCode: 3,
    says: /applications\.csv/,
  },
  {
    what: 'an empty file',
    gate: 'data-validate',
    spoil: edit => edit('applications.csv', () => ''),
    exitCode: 3,
    says: /applications\.csv.*empty|empty.*applications\.csv/,
  },
  {
    what: 'no header',
    gate: 'data-validate',
    spoil: edit => edit('applications.csv', text => text.split('\n').slice(1).join('\n')),
    exitCode: 3,
    says: /header/,
  },
  {
    what: 'the wrong delimiter',
    gate: 'data-validate',
    spoil: edit => edit('applications.csv', text => text.replaceAll(',', ';')),
    exitCode: 3,
    says: /';'|semicolon/,
  },
  {
    what: 'bytes that are no UTF-8',
    gate: 'data-validate',
    spoil: (_, root) => writeFileSync(join(root, 'applications.csv'), Buffer.from('id,name\n1,M\xfcller\n', 'latin1')),
    exitCode: 3,
    says: /UTF-8/,
  },
  {
    what: 'a contract for another table',
    gate: 'data-validate',
    spoil: (_, root) => copyFileSync(join(root, 'predictions-forest.csv'), join(root, 'applications.csv')),
    exitCode: 1,
    says: /column/,
  },
  {
    what: 'a ragged row',
    gate: 'data-validate',
    spoil: edit =>
      edit(
        'applications.csv',
        row(7, line => `${line},1,2`),
      ),
    exitCode: 3,
    says: /applications\.csv:8/,
  },
  {
    what: 'a contract that is no YAML',
    gate: 'data-validate',
    spoil: edit => edit('contract.odcs.yaml', () => 'schema: [a\n'),
    exitCode: 3,
    says: /contract\.odcs\.yaml:\d/,
  },
  {
    what: 'an unknown key in the settings',
    gate: 'model-certify',
    spoil: edit => edit('proofmark.yml', text => text.replace('  score: p_bad', '  scor: p_bad')),
    exitCode: 3,
    says: /Unknown key 'scor' in 'certify' \(proofmark\.yml:\d+\): did you mean 'score'\?/,
  },
  {
    what: 'predictions without the label column',
    gate: 'model-certify',
    spoil: edit => edit('predictions-champion.csv', text => text.replace('status', 'outcome')),
    exitCode: 3,
    says: /'status'/,
  },
  {
    what: 'a score that is NaN',
    gate: 'model-certify',
    spoil: edit =>
      edit(
        'predictions-champion.csv',
        row(5, line => line.replace(/[^,]*$/, 'NaN')),
      ),
    exitCode: 2,
    says: /predictions-champion\.csv/,
  },
  {
    what: 'an id given twice',
    gate: 'model-certify',
    spoil: edit =>
      edit(
        'predictions-champion.csv',
        row(5, () => '2125,good,0.5'),
      ),
    exitCode: 2,
    says: /id/,
  },
  {
    what: 'a header and no rows',
    gate: 'model-certify',
    spoil: edit => edit('predictions-champion.csv', text => `${text.split('\n')[0]}\n`),
    exitCode: 2,
    says: /row/,
  },
  {
    what: 'a model file that is a Git LFS pointer',
    gate: 'security-scan',
    spoil: edit =>
      edit(
        'model-champion.joblib',
        () => `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`,
      ),
    exitCode: 2,
    says: /git lfs pull/,
  },
  {
    what: 'a model file that is cut short',
    gate: 'security-scan',
    spoil: (_, root) => writeFileSync(join(root, 'model-champion.joblib'), Buffer.from('80049512', 'hex')),
    exitCode: 2,
    says: /model-champion\.joblib/,
  },
  {
    what: 'a current table with other columns',
    gate: 'drift-compare',
    spoil: (_, root) => copyFileSync(join(root, 'predictions-forest.csv'), join(root, 'holdout.csv')),
    exitCode: 1,
    says: /income/,
  },
  {
    what: 'a missing baseline',
    gate: 'drift-compare',
    spoil: (_, root) => rmSync(join(root, 'train.csv')),
    exitCode: 3,
    says: /train\.csv/,
  },
]

describe.each(cases)('$gate, given $what', ({ gate, spoil, exitCode, says }) => {
  it(`ends with ${exitCode}, one clear sentence, its evidence written, and no stack trace`, async () => {
    const workspace = creditRepository(spoil)
    const result = await runAction(`actions/${gate}`, { workspace, with: { publish: 'false' } })
    expect(result.exitCode, result.log).toBe(exitCode)
    expect(result.log).toMatch(says)
    expect(result.log).not.toMatch(/^\s+at .*:\d+:\d+/m)
    const evidence = evidenceIn(workspace, gate)
    expect(evidence.verdict).not.toBe('passed')
    expect(JSON.stringify(evidence.checks)).toMatch(says)
    expect(result.outputs.verdict).toBe(evidence.verdict)
  })
})

it('without a network the result stands, and the error names the host and the remedy', async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest()
  const event = pullRequestEvent(github, pullRequest)
  await github.close()
  const workspace = creditRepository(edit => edit('proofmark.yml', text => text))
  const result = await runAction('actions/drift-compare', { github, event, workspace })
  expect(result.exitCode, result.log).toBe(4)
  expect(result.log).toContain('127.0.0.1')
  expect(evidenceIn(workspace, 'drift-compare').gate).toBe('drift-compare')
})

it('the gate with unreadable settings leaves evidence of every gate, all inconclusive', async () => {
  const workspace = creditRepository(edit => edit('proofmark.yml', () => 'certfy: {}\n'))
  const result = await runAction('.', { workspace, with: { key: KEYS.privateKey, publish: 'false' } })
  expect(result.exitCode).toBe(3)
  for (const gate of ['data-validate', 'model-certify', 'security-scan', 'drift-compare'] as const) {
    expect(evidenceIn(workspace, gate)).toMatchObject({ verdict: 'inconclusive', checks: [{ id: 'settings.invalid' }] })
  }
})

it('the gate without a key decides, writes its evidence, and says that nothing was signed', async () => {
  const workspace = creditRepository(edit => edit('proofmark.yml', text => text.replace(/record:\n {2}key: .*\n/, '')))
  const result = await runAction('.', { workspace, with: { publish: 'false' } })
  expect(result.exitCode, result.log).toBe(3)
  expect(result.log).toContain('proofmark keygen')
  expect(result.outputs.certificate).toBe('')
  expect(evidenceIn(workspace, 'model-certify').verdict).toBe('passed')
})
