import { randomUUID } from 'node:crypto'
import type { Octokit } from 'octokit'
import type { Annotation, CheckRun } from '../ports.ts'
import type { Connection } from './connection.ts'
import type { Identity } from './identity.ts'
import { sendOnce } from './send-once.ts'

/** Annotations that GitHub takes in one request; an update appends (REST reference, "Update a check run"). */
const BATCH = 50

const TASK = { doing: 'create a check run', permission: 'checks: write' } as const

/**
 * Creates a completed check run on a commit, its annotations in as many requests as they need; returns its address.
 * It carries a random `external_id`, by which it is found again where the answer to its creation is lost.
 */
export async function createCheckRun(
  connection: Connection,
  us: Identity,
  head: string,
  run: CheckRun,
): Promise<string> {
  const { owner, repo, second } = connection
  const [first = [], ...rest] = batches(run.annotations.map(annotation))
  const text = run.text === undefined ? {} : { text: run.text }
  const output = { title: run.title, summary: run.summary, ...text }
  const mark = randomUUID()

  return connection.attempt(TASK, async octokit => {
    const created = await sendOnce(
      second,
      async () =>
        (
          await octokit.rest.checks.create({
            owner,
            repo,
            name: run.name,
            head_sha: head,
            status: 'completed',
            conclusion: run.conclusion,
            external_id: mark,
            output: { ...output, annotations: first },
          })
        ).data,
      () => findByMark(octokit, connection, head, run.name, mark),
    )
    us.learn(created.app?.slug)

    let sent = first.length
    for (const annotations of rest) {
      const id = { owner, repo, check_run_id: created.id }
      sent += annotations.length
      await sendOnce(
        second,
        async () => {
          await octokit.rest.checks.update({ ...id, output: { ...output, annotations }, request: { once: true } })
          return sent
        },
        async () => ((await octokit.rest.checks.get(id)).data.output.annotations_count >= sent ? sent : undefined),
      )
    }
    return created.html_url ?? created.url
  })
}

async function findByMark(
  octokit: Octokit,
  { owner, repo }: Connection,
  ref: string,
  check_name: string,
  mark: string,
) {
  const runs = await octokit.paginate(octokit.rest.checks.listForRef, {
    owner,
    repo,
    ref,
    check_name,
    filter: 'all',
    per_page: 100,
  })
  return runs.find(({ external_id }) => external_id === mark)
}

const annotation = ({ path, line, level, title, message }: Annotation) => ({
  path,
  start_line: line,
  end_line: line,
  annotation_level: level,
  title,
  message,
})

const batches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) => items.slice(index * BATCH, (index + 1) * BATCH))
