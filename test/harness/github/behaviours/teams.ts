import { type Behaviour, mended } from '../world.ts'

/** Tells of a team what the emulator leaves out. */
export const getTeam: Behaviour = async (call, world, forward) => {
  const { org = '' } = call.values
  const url = `${world.url}/orgs/${org}`
  const at = '2026-11-01T12:00:00Z'
  const organization = {
    login: org,
    id: 1,
    node_id: 'O_1',
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members`,
    public_members_url: `${url}/public_members`,
    avatar_url: `${url}/avatar`,
    description: null,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `https://github.com/${org}`,
    type: 'Organization',
    created_at: at,
    updated_at: at,
    archived_at: null,
  }
  const more = { type: 'organization', created_at: at, updated_at: at, members_count: 1, repos_count: 0, organization }
  return mended<object>(await forward(), team => ({ ...more, ...team, organization }))
}
