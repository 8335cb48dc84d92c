import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { creditOnGitHub, creditRepository, KEYS } from '../harness/credit.ts'
import { pullRequestEvent } from '../harness/events.ts'
import { runAction } from '../harness/run-action.ts'

interface CheckRuns {
  check_runs: { name: string; conclusion: string; head_sha: string; output: { title: string; summary: string } }[]
}

it('certifies the credit model in one step: check runs, one comment, summary, outputs, a signed certificate', async () => {
  const github = await creditOnGitHub({ permissions: { contents: 'read', checks: 'write', 'pull-requests': 'write' } })
  const pullRequest = await github.openPullRequest({ files: { 'model.txt': 'new' } })
  const workspace = creditRepository()
  const result = await runAction('.', {
    github,
    event: pullRequestEvent(github, pullRequest),
    workspace,
    with: { key: KEYS.privateKey },
  })

  expect(result.exitCode, result.log).toBe(0)
  expect(result.outputs.verdict).toBe('passed')
  expect(result.outputs.summary).toMatch(/^Certified until \d{4}-\d\d-\d\d: credit-default 1$/)
  expect(result.outputs.certificate).toBe('.proofmark/certificate.sigstore.json')
  const sums = readFileSync(join(workspace, '.proofmark/SHA256SUMS'))
  expect(result.outputs['model-id']).toBe(createHash('sha256').update(sums).digest('hex'))
  expect(result.undeclaredOutputs).toEqual([])
  expect(result.summary).toContain('### ✅ audit-record')
  expect(result.summaryFits).toBe(true)

  const { check_runs } = await github.read<CheckRuns>(`/commits/${pullRequest.head}/check-runs`)
  expect(check_runs.map(({ name, conclusion }) => [name, conclusion]).toSorted()).toEqual([
    ['Proofmark / audit-record', 'success'],
    ['Proofmark / data-validate', 'success'],
    ['Proofmark / drift-compare', 'success'],
    ['Proofmark / model-certify', 'success'],
    ['Proofmark / security-scan', 'success'],
  ])
  const comments = await github.comments(pullRequest.number)
  expect(comments).toHaveLength(1)
  // How the certification ended is its headline.
  expect(comments[0]?.body).toMatch(/^## ✅ Certified until \d{4}\\-\d\d\\-\d\d: credit\\-default 1$/m)
  for (const gate of ['data-validate', 'model-certify', 'security-scan', 'drift-compare']) {
    expect(comments[0]?.body).toContain(`### ✅ ${gate}`)
  }
  expect(github.violations).toEqual([])
})
