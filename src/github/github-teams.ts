import type { Octokit } from 'octokit'
import type { Teams } from '../ports/teams.ts'
import { type ConnectionOptions, connect } from './connection.ts'
import { isAbsent } from './failure.ts'

const TASK = (team: string) => ({
  doing: `read who is in the team ${team}`,
  permission: 'organisation members: read' as const,
  remedy:
    "Put a token of an app or a person that may read the organisation's members into PROOFMARK_TEAM_TOKEN: a job's own token cannot. Or list the accounts: `roles: { compliance: { users: [carol] } }`",
})

/** The teams of GitHub's organisations, read by a token of their own. */
export function githubTeams(options: ConnectionOptions): Teams {
  const connection = connect(options)
  const asked = new Map<string, Promise<boolean>>()
  return {
    isMember(team, login) {
      const key = `${team}\n${login}`
      const answer = asked.get(key) ?? connection.attempt(TASK(team), octokit => isMember(octokit, team, login))
      asked.set(key, answer)
      return answer
    },
  }
}

/** GitHub answers 404 both of somebody who is no member and of a team that the token may not see: then the team itself is asked for. */
async function isMember(octokit: Octokit, name: string, username: string): Promise<boolean> {
  const [org = '', team_slug = ''] = name.split('/')
  try {
    const { data } = await octokit.rest.teams.getMembershipForUserInOrg({ org, team_slug, username })
    return data.state === 'active'
  } catch (error) {
    if (!isAbsent(error)) throw error
    await octokit.rest.teams.getByName({ org, team_slug })
    return false
  }
}
