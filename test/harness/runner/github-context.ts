import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Event } from '../events.ts'

/** The context `github`; a runner passes most of it on as `GITHUB_*`. */
export interface GitHubContext {
  readonly token: string
  readonly event: Event['payload']
  readonly [name: string]: unknown
}

export interface Occasion {
  readonly event: Event
  /** `owner/name`. */
  readonly repository: string
  readonly apiUrl: string
  readonly token: string
  readonly workspace: string
  readonly runId: number
  readonly workflow?: string
  readonly job?: string
}

export function githubContext({
  event,
  repository,
  apiUrl,
  token,
  workspace,
  runId,
  workflow = 'Test',
  job = 'test',
}: Occasion): GitHubContext {
  const [owner = ''] = repository.split('/')
  return {
    token,
    event: event.payload,
    actor: event.actor ?? owner,
    actor_id: '1000',
    triggering_actor: event.actor ?? owner,
    repository,
    repository_owner: owner,
    repository_id: '1',
    repository_owner_id: '2',
    sha: event.sha,
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: event.ref === 'refs/heads/main',
    head_ref: event.headRef ?? '',
    base_ref: event.baseRef ?? '',
    event_name: event.name,
    server_url: 'https://github.com',
    api_url: apiUrl,
    graphql_url: `${apiUrl}/graphql`,
    run_id: String(runId),
    run_number: '1',
    run_attempt: '1',
    workflow,
    workflow_ref: `${repository}/.github/workflows/test.yml@${event.ref}`,
    workflow_sha: event.sha,
    job,
    workspace,
    action: '__run',
    retention_days: '90',
  }
}

/** The context `runner`. */
export const runnerContext = (temp: string) => ({
  name: 'Test runner',
  os: 'Linux',
  arch: 'X64',
  temp,
  tool_cache: `${temp}/tools`,
  environment: 'github-hosted',
})

/** The variables a runner sets, the event's payload in a file of `temp`; never the token. */
export function runnerVariables(temp: string, { token: _, event, ...github }: GitHubContext): Record<string, string> {
  const eventPath = join(temp, 'event.json')
  writeFileSync(eventPath, JSON.stringify(event))
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    HOME: temp,
    GITHUB_EVENT_PATH: eventPath,
    ...variables('RUNNER', runnerContext(temp)),
    ...variables('GITHUB', github),
  }
}

const variables = (prefix: string, values: object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}_${name.toUpperCase()}`, String(value)]))
