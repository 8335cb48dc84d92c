import { VERSION } from '../core/version.ts'
import type { Finding } from '../ports/probe.ts'
import { ask } from './ask.ts'
import { clock } from './clock.ts'
import type { ProbeKind, ProbeWorld } from './probe-kind.ts'

/** Requests that should be left of the hour's. */
const ENOUGH = 100

/** What Proofmark reads there, by the permission that a job has to give: reading shows that, writing shows only when it is done. */
const READS = [
  ['contents', 'releases?per_page=1'],
  ['pull-requests', 'pulls?per_page=1'],
  ['issues', 'issues?per_page=1'],
] as const

/** The repository of the run on GitHub, with the token of the environment. */
export const githubProbe: ProbeKind = {
  async open(world) {
    const { repository } = world.context
    if (repository === undefined) return []
    return [{ name: `GitHub ${repository}`, ask: () => findings(repository, world) }]
  },
}

async function findings(repository: string, { environment, context }: ProbeWorld): Promise<readonly Finding[]> {
  const token = environment.GITHUB_TOKEN || environment.INPUT_TOKEN || environment.GH_TOKEN
  if (!token)
    return [
      {
        asked: 'token',
        status: 'warn',
        found: 'none: nothing is published on GitHub',
        remedy: 'Give the step the token of the job as the variable GITHUB_TOKEN',
      },
    ]
  const base = `${(environment.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')}/repos/${repository}`
  const headers = {
    authorization: `Bearer ${token}`,
    'user-agent': `proofmark/${VERSION}`,
    accept: 'application/vnd.github+json',
  }
  const read = (path: string) => ask({ url: new URL(`${base}${path}`), headers, what: 'GitHub' })
  const first = await read('')
  const timed = clock(first.headers.date)
  if (first.status !== 200) return [{ asked: 'token', status: 'fail', ...refusal(first.status, repository) }, ...timed]
  const checks =
    context.commit === undefined ? [] : ([['checks', `commits/${context.commit}/check-runs?per_page=1`]] as const)
  const reads = await Promise.all(
    [...READS, ...checks].map(async ([permission, path]): Promise<Finding> => {
      const { status } = await read(`/${path}`)
      if (status === 200)
        return { asked: permission, status: 'ok', found: 'can be read; writing shows when it is done' }
      return {
        asked: permission,
        status: 'warn',
        found: `HTTP status ${status}`,
        remedy: `Give the job permissions: { ${permission}: write } where it publishes there`,
      }
    }),
  )
  return [
    { asked: 'token', status: 'ok', found: scopes(first.headers['x-oauth-scopes']) },
    ...reads,
    ...left(first.headers),
    ...timed,
  ]
}

/** Classic tokens name their scopes; what a job's or a fine-grained token may do, GitHub does not say. */
const scopes = (header: string | string[] | undefined) =>
  typeof header === 'string' && header !== '' ? `accepted, with the scopes ${header}` : 'accepted'

function refusal(status: number, repository: string): Pick<Finding, 'found' | 'remedy'> {
  const found = `HTTP status ${status}`
  if (status === 401) return { found, remedy: 'The token is wrong or has expired: set it anew' }
  if (status === 404) return { found, remedy: `Check the name ${repository}, and that the token may read it` }
  if (status === 403 || status === 429)
    return { found, remedy: 'Wait for the hour to pass, or give the token access to the repository' }
  return { found, remedy: 'See githubstatus.com, and GITHUB_API_URL' }
}

function left(headers: Readonly<Record<string, unknown>>): readonly Finding[] {
  const remaining = Number(headers['x-ratelimit-remaining'] ?? Number.NaN)
  if (Number.isNaN(remaining)) return []
  const found = `${remaining} requests left this hour`
  return remaining >= ENOUGH
    ? [{ asked: 'rate limit', status: 'ok', found }]
    : [{ asked: 'rate limit', status: 'warn', found, remedy: 'Wait for the hour to pass, or use another token' }]
}
