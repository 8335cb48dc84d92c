import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { creditOnGitHub, creditRepository } from '../harness/credit.ts'
import { pullRequestEvent } from '../harness/events.ts'
import { runAction } from '../harness/run-action.ts'

it('a comment over the limit is cut by whole parts, and says so', async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest()
  const columns = Array.from({ length: 400 }, (_, n) => `column_${n}_${'x'.repeat(40)}`)
  const table = (shift: number) =>
    [
      columns.join(','),
      ...Array.from({ length: 300 }, (_, r) => columns.map((_, c) => String(((r * 7 + c) % 97) + shift)).join(',')),
    ].join('\n')
  const workspace = creditRepository((edit, root) => {
    edit('proofmark.yml', text => text.replace('ignore: [id]', 'alpha: 0.05'))
    writeFileSync(join(root, 'train.csv'), `${table(0)}\n`)
    writeFileSync(join(root, 'holdout.csv'), `${table(60)}\n`)
  })
  const result = await runAction('actions/drift-compare', {
    github,
    event: pullRequestEvent(github, pullRequest),
    workspace,
  })
  expect(result.exitCode, result.log).toBe(1)
  expect(github.violations).toEqual([])
  const [comment] = await github.comments(pullRequest.number)
  expect(comment?.body.length).toBeLessThan(65_536)
  expect(comment?.body).toContain('left out')
  expect(comment?.body).toMatch(
    /Full report: `report\.html` in the artifacts of \[this run\]\(https:\S+\/actions\/runs\/\d+#artifacts\)/,
  )
})
