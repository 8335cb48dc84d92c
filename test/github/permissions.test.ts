import { expect, it } from 'vitest'
import type { Forge } from '../../src/ports.ts'
import type { Permissions } from '../harness/github.ts'
import { aGitHub, forgeFor } from './a-github.ts'

const run = { name: 'Proofmark / gate', conclusion: 'success', title: 't', summary: 's', annotations: [] } as const
const asset = { name: 'certificate.json', content: Buffer.from('{}') }

/** Everything the adapter can do, with the one permission it needs. */
const NEEDS: readonly [string, keyof Permissions, 'read' | 'write', (forge: Forge) => Promise<unknown>][] = [
  ['create a check run', 'checks', 'write', forge => forge.createCheckRun(run)],
  ['read the check runs of the commit', 'checks', 'read', forge => forge.standingCheckRuns()],
  ['read the comments of the pull request', 'pull-requests', 'write', forge => forge.findComment('x')],
  ['comment on the pull request', 'pull-requests', 'write', forge => forge.createComment('x')],
  ['read the pull request', 'pull-requests', 'write', forge => forge.currentHead()],
  ['read proofmark.yml on the base branch', 'contents', 'read', forge => forge.readBase('proofmark.yml')],
  [
    'read p.yml at refs/heads/main of acme/credit-model',
    'contents',
    'read',
    forge => forge.readFile('acme/credit-model', 'refs/heads/main', 'p.yml'),
  ],
  ['list the files on the base branch', 'contents', 'read', forge => forge.listBase()],
  ['publish the release', 'contents', 'write', forge => forge.release('v1', '', [asset])],
  [
    'read the certificates in the releases',
    'contents',
    'read',
    forge => forge.releasedAssets('x', { count: 1, maxBytes: 1 }),
  ],
  ['find the pull request of the commit', 'pull-requests', 'read', forge => forge.mergedPullRequest()],
  ['read the reviews of the pull request', 'pull-requests', 'read', forge => forge.reviews(1)],
  ['read the commits of the pull request', 'pull-requests', 'read', forge => forge.authors(1)],
  ['read the issues of the repository', 'issues', 'write', forge => forge.findIssues('x')],
  ['write an issue', 'issues', 'write', forge => forge.openIssue('x', 'x')],
]

it.each(NEEDS)('can %s with %s: %s and nothing else', async (_, scope, level, act) => {
  const github = await aGitHub({ permissions: { [scope]: level }, files: { 'p.yml': '' } })

  await act(forgeFor(github, await github.openPullRequest()))
})

it.each(NEEDS)('names the permission it lacks to %s', async (doing, scope, level, act) => {
  const all: Permissions = { checks: 'write', 'pull-requests': 'write', contents: 'write' }
  const fewer: Permissions = {
    ...all,
    [scope]: level === 'write' && !/^(find|read|list)/.test(doing) ? 'read' : 'none',
  }
  const github = await aGitHub({ permissions: fewer })

  await expect(act(forgeFor(github, await github.openPullRequest()))).rejects.toMatchObject({
    code: 'github.permission',
    kind: 'environment',
    message: `Expected the permission '${scope}: ${level}' to ${doing} but GitHub answered 403 (Resource not accessible by integration)`,
    hint: expect.stringContaining(`Add \`${scope}: ${level}\` to the job's permissions`),
  })
})

it('says of forks what to do where a write is refused', async () => {
  const github = await aGitHub({ permissions: { checks: 'read' } })

  await expect(
    forgeFor(github, await github.openPullRequest({ fork: 'mallory' })).createCheckRun(run),
  ).rejects.toMatchObject({
    hint: expect.stringContaining(
      'in a pull request from a fork the token can only read: publish there from a workflow_run workflow',
    ),
  })
})

it('says of a token that it is not valid', async () => {
  const github = await aGitHub()
  const forge = forgeFor(github, await github.openPullRequest(), { token: 'ghs_expired' })

  await expect(forge.createCheckRun(run)).rejects.toMatchObject({
    code: 'github.token',
    kind: 'environment',
    message: expect.stringMatching(
      /^Expected a valid token to create a check run but 127\.0\.0\.1:\d+ answered 401 \(Bad credentials\)$/,
    ),
    hint: 'Leave the input `token` at its default, or give it a token that has not expired',
  })
})
