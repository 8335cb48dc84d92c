import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { WorkflowTemplate } from '@actions/workflow-parser'
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from './actions-language.ts'
import type { Event } from './events.ts'
import type { GitHub } from './github.ts'
import { type Artifacts, artifactStore } from './runner/artifacts.ts'
import { holds, plainValue, type Standing, type Token, textOf } from './runner/expressions.ts'
import { githubContext } from './runner/github-context.ts'
import { get, type JobResult, runJob, type StepResult } from './runner/job.ts'
import { isFork, jobPermissions } from './runner/job-permissions.ts'
import { combinations } from './runner/matrix.ts'
import { temporaryFolder } from './runner/temporary-folder.ts'
import { refusal } from './runner/trigger.ts'

export type { Artifacts, JobResult, StepResult }
export { artifactStore }

export interface RunWorkflowOptions {
  readonly github: GitHub
  readonly event: Event
  /** What actions/checkout brings: a folder, or content by path. Nothing unless given. */
  readonly checkout?: string | Readonly<Record<string, string | Uint8Array>>
  /** Of this repository; a fork's pull request does not see them. */
  readonly secrets?: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
  /** Where runs leave artifacts; give the same one to the workflow that reads them. */
  readonly artifacts?: Artifacts
  readonly runId?: number
  /** Folder that `./`, `$/` and `OWNER/proofmark/` stand for; the repository unless given. */
  readonly root?: string
  /** Whether jobs share a workspace, as on a runner of one's own. Each has an empty one unless given. */
  readonly workspace?: string
}

export interface WorkflowResult {
  /** failure where a job failed. */
  readonly conclusion: 'success' | 'failure'
  readonly jobs: Readonly<Record<string, JobResult>>
  readonly artifacts: Artifacts
  readonly runId: number
}

const HERE = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Executes a workflow file: parsed and evaluated by GitHub's own packages, its steps run for real, its jobs' tokens given
 * exactly the permissions they declare. What it cannot emulate (containers, reusable workflows, what a matrix includes and excludes) it refuses.
 * The jobs of a matrix run one after the other, each in an empty workspace; their results stand under the one id.
 */
export async function runWorkflow(
  file: string,
  {
    github,
    event,
    checkout = {},
    secrets = {},
    vars = {},
    artifacts = artifactStore(),
    runId = 1,
    root = HERE,
    workspace,
  }: RunWorkflowOptions,
): Promise<WorkflowResult> {
  const { template, source } = await read(file)
  const refused = refusal(template.events, event)
  if (refused !== undefined) throw new Error(`${file} does not run: ${refused}`)

  const name = get(source, 'name')
  const workflow = name === undefined ? file : textOf(name, {})
  const visible = isFork(event) ? {} : secrets
  const jobs: Record<string, JobResult> = {}

  for (const job of inOrder(template.jobs)) {
    const id = job.id.value
    const needed = (job.needs ?? []).map(({ value }) => value)
    const jobSource = get(get(source, 'jobs'), id)
    if (job.type !== 'job' || jobSource === undefined)
      throw new Error(`Job '${id}': reusable workflows are not emulated`)
    const permissions = jobPermissions(plain(get(source, 'permissions')), plain(get(jobSource, 'permissions')), event)
    const token = github.issueToken(permissions)
    const contextIn = (place: string) =>
      githubContext({
        event,
        repository: github.repository,
        apiUrl: github.url,
        token,
        workspace: place,
        runId,
        workflow,
        job: id,
      })
    const contexts = {
      github: contextIn(workspace ?? ''),
      vars,
      secrets: { ...visible, GITHUB_TOKEN: token },
      inputs: event.payload.inputs ?? {},
      needs: Object.fromEntries(needed.map(one => [one, { result: jobs[one]?.result, outputs: jobs[one]?.outputs }])),
    }
    if (!holds(job.if.expression, contexts, standingOf(job, template.jobs, jobs))) {
      jobs[id] = { result: 'skipped', outputs: {}, steps: [], log: '', summary: '' }
      continue
    }
    const results: JobResult[] = []
    for (const combination of combinations(id, get(jobSource, 'strategy'))) {
      const place = workspace ?? temporaryFolder('workspace')
      const context = contextIn(place)
      const result = await runJob(job, {
        source: jobSource,
        github: context,
        contexts: { ...contexts, ...combination, github: context },
        workflow: { env: get(source, 'env'), defaults: get(source, 'defaults') },
        root,
        surroundings: {
          workspace: place,
          event,
          permissions,
          token,
          isPublic: github.isPublic,
          runId,
          artifacts,
          checkout,
        },
      })
      results.push(result)
    }
    jobs[id] = together(results)
  }
  const failed = Object.values(jobs).some(({ result }) => result === 'failure')
  return { conclusion: failed ? 'failure' : 'success', jobs, artifacts, runId }
}

/** The jobs of a matrix as one: failed where one failed, the outputs of the last. */
const together = (results: readonly JobResult[]): JobResult => ({
  result: results.some(({ result }) => result === 'failure') ? 'failure' : 'success',
  outputs: Object.assign({}, ...results.map(({ outputs }) => outputs)),
  steps: results.flatMap(({ steps }) => steps),
  log: results.map(({ log }) => log).join(''),
  summary: results.map(({ summary }) => summary).join(''),
})

async function read(file: string): Promise<{ template: WorkflowTemplate; source: Token }> {
  const content = readFileSync(file, 'utf8')
  const { context, value } = parseWorkflow({ name: file, content }, new NoOperationTraceWriter())
  const template = value === undefined ? undefined : await convertWorkflowTemplate(context, value)
  const errors = context.errors.getErrors()
  if (value === undefined || template === undefined || errors.length > 0) {
    throw new Error(`Expected ${file} to be a workflow but found: ${errors.map(({ message }) => message).join('; ')}`)
  }
  return { template, source: value }
}

const plain = (token: Token | undefined) => (token === undefined ? undefined : plainValue(token, {}))

type AnyJob = WorkflowTemplate['jobs'][number]

/** Every job after those it needs; the parser has seen to it that there is such an order. */
function inOrder(jobs: readonly AnyJob[]): AnyJob[] {
  const sorted = new Set<AnyJob>()
  const add = (job: AnyJob) => {
    for (const { value } of job.needs ?? []) jobs.filter(other => other.id.value === value).forEach(add)
    sorted.add(job)
  }
  jobs.forEach(add)
  return [...sorted]
}

/** How the jobs before this one stand: all of them, not only those it names. One that was skipped is no success. */
function standingOf(job: AnyJob, all: readonly AnyJob[], done: Readonly<Record<string, JobResult>>): Standing {
  const before = new Set<string>()
  const add = ({ needs = [] }: AnyJob) => {
    for (const { value } of needs) {
      before.add(value)
      all.filter(other => other.id.value === value).forEach(add)
    }
  }
  add(job)
  const results = [...before].map(id => done[id]?.result)
  return results.includes('failure') ? 'failure' : results.includes('skipped') ? 'skipped' : 'success'
}
