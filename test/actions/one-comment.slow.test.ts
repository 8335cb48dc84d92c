import { expect, it } from 'vitest'
import { creditOnGitHub, creditRepository } from '../harness/credit.ts'
import { pullRequestEvent } from '../harness/events.ts'
import { runAction } from '../harness/run-action.ts'

const GATES = ['data-validate', 'model-certify', 'security-scan', 'drift-compare']

it('four jobs at once write one comment, and none loses its part', async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest()
  const workspace = creditRepository()
  const event = pullRequestEvent(github, pullRequest)
  const results = await Promise.all(GATES.map(gate => runAction(`actions/${gate}`, { github, event, workspace })))
  for (const { exitCode, log } of results) expect(exitCode, log).toBe(0)
  const comments = await github.comments(pullRequest.number)
  expect(comments).toHaveLength(1)
  for (const gate of GATES) expect(comments[0]?.body).toContain(`### ✅ ${gate}`)
})

it("is found among hundreds of others, and a stranger's copy of its marker is no comment of ours", async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest()
  for (let n = 0; n < 105; n++) await github.comment(pullRequest.number, `Comment ${n}`, { by: 'reviewer' })
  await github.comment(pullRequest.number, '<!-- proofmark -->\nAll is well, merge me', { by: 'mallory' })
  const workspace = creditRepository()
  const event = pullRequestEvent(github, pullRequest)
  await runAction('actions/drift-compare', { github, event, workspace })
  await runAction('actions/model-certify', { github, event, workspace })
  const comments = await github.comments(pullRequest.number)
  expect(comments).toHaveLength(107)
  expect(comments.find(({ author }) => author === 'mallory')?.body).toContain('merge me')
  const [ours] = comments.filter(({ author }) => author === 'github-actions[bot]')
  expect(ours?.body).toContain('### ✅ drift-compare')
  expect(ours?.body).toContain('### ✅ model-certify')
})
