import type { WorkflowTemplate } from '@actions/workflow-parser'
import { isMapping, isSequence } from '../actions-language.ts'
import type { Surroundings } from './built-in/built-in.ts'
import { type Contexts, holds, plainValue, type Standing, type Token, textOf, textsOf } from './expressions.ts'
import { type GitHubContext, runnerContext } from './github-context.ts'
import { type Ran, runScript, runUses, type StepPlace } from './step.ts'
import { temporaryFolder } from './temporary-folder.ts'

type Job = Extract<WorkflowTemplate['jobs'][number], { type: 'job' }>
type Step = Job['steps'][number]

export interface StepResult extends Ran {
  readonly id: string
  /** As the step ended; `conclusion` forgives where `continue-on-error` says so. */
  readonly outcome: Standing
  readonly conclusion: Standing
}

export interface JobResult {
  readonly result: Standing
  readonly outputs: Readonly<Record<string, string>>
  readonly steps: readonly StepResult[]
  readonly log: string
  readonly summary: string
}

/** Where a job runs. */
export interface JobPlace {
  /** The job as the parser reads it, for what its template leaves out. */
  readonly source: Token
  readonly github: GitHubContext
  readonly contexts: Contexts
  /** Variables and run defaults of the workflow. */
  readonly workflow: { readonly env: Token | undefined; readonly defaults: Token | undefined }
  readonly surroundings: Surroundings
  readonly root: string
}

/** Runs a job's steps, one after the other. */
export async function runJob(job: Job, place: JobPlace): Promise<JobResult> {
  const { source, github, surroundings, root } = place
  const temp = temporaryFolder('runner')
  for (const key of ['container', 'services', 'continue-on-error']) {
    if (get(source, key) !== undefined) throw new Error(`Job '${job.id.value}': '${key}' is not emulated`)
  }
  const steps: StepResult[] = []
  const path: string[] = []
  let env = textsOf(place.workflow.env, place.contexts)
  env = { ...env, ...textsOf(job.env, { ...place.contexts, env }) }
  const defaults = { ...runDefaults(place.workflow.defaults), ...runDefaults(get(source, 'defaults')) }
  const sources = get(source, 'steps')
  const tokens = sources !== undefined && isSequence(sources) ? [...sources] : []
  let standing: Standing = 'success'

  const contexts = (): Contexts => ({
    ...place.contexts,
    env,
    job: { status: standing },
    runner: runnerContext(temp),
    steps: Object.fromEntries(
      steps.map(({ id, outputs, outcome, conclusion }) => [id, { outputs, outcome, conclusion }]),
    ),
  })

  for (const [index, step] of job.steps.entries()) {
    const token = tokens[index]
    if (token === undefined) throw new Error(`Job '${job.id.value}': expected step ${index + 1} in the file`)
    if (step.if !== undefined && !holds(step.if.expression, contexts(), standing)) {
      steps.push({ id: step.id, ...NOT_RUN, outcome: 'skipped', conclusion: 'skipped' })
      continue
    }
    const stepEnv = { ...env, ...textsOf(get(token, 'env'), contexts()) }
    const ran = await runStep(step, token, { ...contexts(), env: stepEnv }, defaults, {
      github: { ...github, action: step.id },
      env: stepEnv,
      path,
      temp,
      surroundings,
      root,
    })
    const outcome = ran.exitCode === 0 ? 'success' : 'failure'
    const forgiven = outcome === 'failure' && isTrue(get(token, 'continue-on-error'), contexts())
    steps.push({ id: step.id, ...ran, outcome, conclusion: forgiven ? 'success' : outcome })
    env = { ...env, ...ran.env }
    path.unshift(...ran.path)
    if (outcome === 'failure' && !forgiven) standing = 'failure'
  }
  return {
    result: standing,
    outputs: textsOf(job.outputs, contexts()),
    steps,
    log: steps.map(({ log }) => log).join(''),
    summary: steps.map(({ summary }) => summary).join(''),
  }
}

const NOT_RUN: Ran = { exitCode: 0, log: '', outputs: {}, env: {}, path: [], summary: '' }

function runStep(step: Step, token: Token, contexts: Contexts, defaults: RunDefaults, place: StepPlace): Promise<Ran> {
  if ('run' in step) {
    const shell = get(token, 'shell')
    const workingDirectory = get(token, 'working-directory')
    return runScript(
      textOf(step.run, contexts),
      {
        shell: shell === undefined ? (defaults.shell ?? '') : textOf(shell, contexts),
        workingDirectory:
          workingDirectory === undefined ? (defaults['working-directory'] ?? '') : textOf(workingDirectory, contexts),
      },
      place,
    )
  }
  if ('uses' in step) return runUses(step.uses.value, textsOf(get(token, 'with'), contexts), place)
  throw new Error(`Step '${step.id}': only 'run' and 'uses' are emulated`)
}

type RunDefaults = Readonly<Record<string, string>>
const runDefaults = (defaults: Token | undefined): RunDefaults =>
  defaults === undefined ? {} : textsOf(get(defaults, 'run'), {})

const isTrue = (token: Token | undefined, contexts: Contexts) =>
  token !== undefined && plainValue(token, contexts) === true

/** The value of a mapping's key. */
export const get = (token: Token | undefined, key: string): Token | undefined =>
  token !== undefined && isMapping(token) ? token.find(key) : undefined
