import { type Command, commandFiles, commandsIn, type Told } from './command-files.ts'
import { type GitHubContext, runnerContext, runnerVariables } from './github-context.ts'
import { readManifest } from './manifest.ts'
import { NODE, start } from './start.ts'

/** GitHub drops a longer summary, and the step stays green (runner, FileCommandManager.cs). */
const LONGEST_SUMMARY = 1024 * 1024

export interface ActionResult extends Told {
  readonly exitCode: number
  /** Everything printed, nothing masked. */
  readonly log: string
  readonly commands: readonly Command[]
  readonly summaryFits: boolean
  /** Outputs that action.yml does not declare: a workflow cannot rely on them. */
  readonly undeclaredOutputs: readonly string[]
}

export interface ActionCall {
  readonly inputs: Readonly<Record<string, string>>
  readonly github: GitHubContext
  readonly cwd: string
  /** RUNNER_TEMP, which the steps of a job share. */
  readonly temp: string
  readonly env: Readonly<Record<string, string>>
  readonly path?: readonly string[]
}

/** Runs a JavaScript action by its action.yml, as the runner does: in a process of its own, on Node 24. */
export async function runNodeAction(
  folder: string,
  { inputs, github, cwd, temp, env, path = [] }: ActionCall,
): Promise<ActionResult> {
  const manifest = readManifest(folder)
  const unknown = Object.keys(inputs).filter(name => !manifest.inputs.has(name))
  // A runner only warns; whoever wrote the example meant something by it.
  if (unknown.length > 0) {
    throw new Error(
      `Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${[...manifest.inputs.keys()].join("', '")}']`,
    )
  }
  const files = commandFiles(temp)
  const contexts = { github, env, runner: runnerContext(temp) }
  const variables = [...manifest.inputs].map(([name, input]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    inputs[name] ?? input.default(contexts),
  ])
  const { exitCode, log } = await start(NODE, [manifest.main], {
    cwd,
    path,
    env: {
      ...runnerVariables(temp, github),
      ...env,
      ...Object.fromEntries(variables),
      ...files.variables,
    },
  })
  const told = files.read()
  return {
    ...told,
    exitCode,
    log,
    commands: commandsIn(log),
    summaryFits: Buffer.byteLength(told.summary) <= LONGEST_SUMMARY,
    undeclaredOutputs: Object.keys(told.outputs).filter(name => !manifest.outputs.has(name)),
  }
}
