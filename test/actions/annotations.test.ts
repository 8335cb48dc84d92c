import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { creditOnGitHub, creditRepository } from '../harness/credit.ts'
import { pullRequestEvent } from '../harness/events.ts'
import { runAction } from '../harness/run-action.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const Annotations = z.array(z.object({ path: z.string(), start_line: z.number(), message: z.string() }))

it('stand on the row at fault and on the rule it breaks, where these are in the repository', async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest()
  const workspace = temporaryFolder('workspace')
  cpSync(creditRepository(), join(workspace, 'models/credit'), { recursive: true })
  const { exitCode, log } = await runAction('actions/data-validate', {
    github,
    event: pullRequestEvent(github, pullRequest),
    workspace,
    with: { config: 'models/credit/proofmark.yml', data: 'models/credit/current.csv' },
  })
  expect(exitCode, log).toBe(1)

  const { check_runs: runs } = await github.read<{ check_runs: { id: number }[] }>(
    `/commits/${pullRequest.head}/check-runs`,
  )
  const places = Annotations.parse(github.annotations(runs[0]?.id ?? 0)).map(({ path, start_line, message }) => [
    path,
    start_line,
    message.split('\n').at(-1),
  ])
  expect(places).toContainEqual(['models/credit/current.csv', 57, "current.csv:57 (id '589', home 'cooperative')"])
  expect(places).toContainEqual(['models/credit/contract.odcs.yaml', 76, 'contract.odcs.yaml:76 (the rule)'])
})
