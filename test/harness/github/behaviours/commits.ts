import { answer, type Behaviour, mended, type World } from '../world.ts'

interface CommitJson {
  sha: string
  url: string
  commit: { author: { email: string }; committer: { email: string }; tree: { sha: string } }
}

/** Leaves out the base commit, and names the accounts by the commits' e-mail addresses. */
export const listCommits: Behaviour = async (call, world, forward) => {
  const given = await forward()
  if (given.status !== 200) return given
  const { base } = await world.upstream.own<{ base: { sha: string } }>('GET', call.path.replace(/\/commits$/, ''))
  const commits: CommitJson[] = JSON.parse(given.text)
  const shown = commits.filter(({ sha }) => sha !== base.sha).map(commit => withAccounts(world, commit))
  return { ...given, text: JSON.stringify(await Promise.all(shown)) }
}

export const getCommit: Behaviour = async (_, world, forward) => {
  const given = await forward()
  if (given.status !== 200) return given
  const shown = await withAccounts(world, JSON.parse(given.text))
  return mended<CommitJson>(given, () => shown)
}

interface PullJson {
  number: number
  merge_commit_sha: string | null
  merged_at: string | null
}

/** Pull requests whose merge is the commit, which the emulator does not list. */
export const listPullsOfCommit: Behaviour = async ({ values }, world) => {
  const pulls = await world.upstream.own<PullJson[]>('GET', `${world.repositoryPath}/pulls?state=all&per_page=100`)
  const merged = pulls.flatMap(pull => {
    const as = world.mergedAs.get(pull.number)
    if (as !== undefined) return [{ ...pull, merge_commit_sha: as, merged_at: '2026-11-01T12:00:00Z' }]
    return pull.merged_at === null ? [] : [pull]
  })
  return answer(
    200,
    merged.filter(({ merge_commit_sha: sha }) => sha === values.commit_sha),
  )
}

async function withAccounts(world: World, { commit, ...rest }: CommitJson) {
  const tree = { ...commit.tree, url: `${world.url}${world.repositoryPath}/git/trees/${commit.tree.sha}` }
  const [author, committer] = await Promise.all([accountOf(world, commit.author), accountOf(world, commit.committer)])
  return { ...rest, commit: { ...commit, tree }, author, committer }
}

/** `NAME@example.com` is the address of the account NAME, `test@example.com` of the owner's; another is of nobody. */
async function accountOf({ upstream, repositoryPath }: World, { email }: { email: string }): Promise<unknown> {
  const [, name] = /^([\w-]+)@example\.com$/.exec(email) ?? []
  if (name === undefined) return null
  const login = name === 'test' ? repositoryPath.split('/')[2] : name
  const { id, node_id } = await upstream.own<{ id: number; node_id: string }>('GET', `/users/${login}`)
  const { url } = { url: `https://api.github.com/users/${login}` }
  const below = ['followers', 'subscriptions', 'orgs', 'repos', 'received_events']
  const [followers_url, subscriptions_url, organizations_url, repos_url, received_events_url] = below.map(
    part => `${url}/${part}`,
  )
  return {
    login,
    id,
    node_id,
    avatar_url: `${url}/avatar`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${login}`,
    followers_url,
    following_url: `${url}/following`,
    gists_url: `${url}/gists`,
    starred_url: `${url}/starred`,
    subscriptions_url,
    organizations_url,
    repos_url,
    events_url: `${url}/events`,
    received_events_url,
    type: 'User',
    site_admin: false,
  }
}
