import { CHECK_RUN_PREFIX } from '../core/identifiers.ts'
import type { StandingCheckRun } from '../ports.ts'
import type { Connection } from './connection.ts'
import type { Identity } from './identity.ts'

const TASK = { doing: 'read the check runs of the commit', permission: 'checks: read' } as const

/**
 * Our newest check run per name on a commit, in order of creation. Ours are those of our token's app whose name has the
 * prefix. Every workflow of a repository is the same app: who may run one with `checks: write` can forge such a run, so
 * what stands here is for showing, never for deciding.
 */
export async function standingCheckRuns(
  connection: Connection,
  us: Identity,
  head: string,
): Promise<StandingCheckRun[]> {
  const { owner, repo } = connection
  const runs = await connection.attempt(TASK, octokit =>
    octokit.paginate(octokit.rest.checks.listForRef, { owner, repo, ref: head, filter: 'latest', per_page: 100 }),
  )
  const ours = runs.filter(({ name, app }) => name.startsWith(CHECK_RUN_PREFIX) && app?.slug === us.app())
  const oldestFirst = ours.toSorted((a, b) => a.id - b.id)
  const newest = new Map(oldestFirst.map(run => [run.name, run]))
  return [...newest.values()].map(({ name, conclusion, output, html_url, url }) => ({
    name,
    conclusion: conclusion === 'success' || conclusion === 'failure' ? conclusion : 'neutral',
    title: output.title ?? '',
    summary: output.summary ?? '',
    url: html_url ?? url,
  }))
}
