import { expect, it } from 'vitest'
import { githubTeams } from '../../src/github/github-teams.ts'
import { aGitHub, times } from './a-github.ts'

const TEAM = 'acme-org/compliance'

it('tells members from others, and asks once about each', async () => {
  const github = await aGitHub()
  await github.team('acme-org', 'compliance', ['reviewer'])
  const token = github.issueToken({ members: 'read' }, 'other-ci')
  const teams = githubTeams({ token, apiUrl: github.url, repository: github.repository, second: 1 })

  expect(await teams.isMember(TEAM, 'reviewer')).toBe(true)
  expect(await teams.isMember(TEAM, 'mallory')).toBe(false)
  expect(await teams.isMember(TEAM, 'reviewer')).toBe(true)
  expect(times(github, 'teams/get-membership-for-user-in-org')).toBe(2)
})

it.each(['403', '404'])('never takes a refusal (%s) for the answer that somebody is no member', async status => {
  const github = await aGitHub({ conceals: status === '404' })
  await github.team('acme-org', 'compliance', ['reviewer'])
  const teams = githubTeams({ token: github.token, apiUrl: github.url, repository: github.repository, second: 1 })

  await expect(teams.isMember(TEAM, 'mallory')).rejects.toMatchObject({
    code: 'github.permission',
    kind: 'environment',
    message: expect.stringContaining(
      `Expected the permission 'organisation members: read' to read who is in the team ${TEAM} but GitHub answered ${status}`,
    ),
    hint: expect.stringContaining('PROOFMARK_TEAM_TOKEN'),
  })
})

it('says so of a team that does not exist', async () => {
  const github = await aGitHub()
  const token = github.issueToken({ members: 'read' }, 'other-ci')
  const teams = githubTeams({ token, apiUrl: github.url, repository: github.repository, second: 1 })

  await expect(teams.isMember('acme-org/typo', 'reviewer')).rejects.toMatchObject({ code: 'github.permission' })
})
