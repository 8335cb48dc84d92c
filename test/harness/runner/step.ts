import { mkdtempSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Surroundings } from './built-in/built-in.ts'
import { builtIns } from './built-in/index.ts'
import { commandFiles, commandsIn, type Told } from './command-files.ts'
import { type GitHubContext, runnerVariables } from './github-context.ts'
import { runNodeAction } from './node-action.ts'
import { start } from './start.ts'

/** What running a step came to. */
export interface Ran extends Pick<Told, 'outputs' | 'env' | 'path' | 'summary'> {
  readonly exitCode: number
  readonly log: string
}

/** Where a step runs. */
export interface StepPlace {
  readonly github: GitHubContext
  readonly env: Readonly<Record<string, string>>
  readonly path: readonly string[]
  /** RUNNER_TEMP. */
  readonly temp: string
  readonly surroundings: Surroundings
  /** Folder that `./`, `$/` and `OWNER/proofmark/` stand for. */
  readonly root: string
}

/** Runs a script as the runner does, which takes a failing command of a pipe for an error only where `shell: bash` is asked for. */
export async function runScript(
  script: string,
  { shell, workingDirectory }: { shell: string; workingDirectory: string },
  { github, env, path, temp, surroundings }: StepPlace,
): Promise<Ran> {
  const flags = { '': ['-e'], bash: ['--noprofile', '--norc', '-eo', 'pipefail'], sh: ['-e'] }[shell]
  if (flags === undefined) throw new Error(`Expected the shell bash or sh but found '${shell}'`)
  const files = commandFiles(temp)
  const file = join(mkdtempSync(join(temp, 'script-')), 'script.sh')
  writeFileSync(file, script)
  const { exitCode, log } = await start(shell === 'sh' ? 'sh' : 'bash', [...flags, file], {
    cwd: resolve(surroundings.workspace, workingDirectory),
    path,
    env: {
      ...runnerVariables(temp, github),
      ...env,
      ...files.variables,
    },
  })
  return { exitCode, log, ...files.read() }
}

/** Runs an action: ours from the working tree, or an emulated one of GitHub's. */
export async function runUses(
  uses: string,
  inputs: Readonly<Record<string, string>>,
  { github, env, path, temp, surroundings, root }: StepPlace,
): Promise<Ran> {
  const ours = /^(?:[.$]\/|[^/]+\/proofmark(?:\/|(?=@|$)))([^@]*)/.exec(uses)
  if (ours) {
    const folder = resolve(root, ours[1] ?? '')
    const result = await runNodeAction(folder, { inputs, github, cwd: surroundings.workspace, temp, env, path })
    if (result.undeclaredOutputs.length > 0) {
      throw new Error(
        `${uses} sets outputs that its action.yml does not declare: ${result.undeclaredOutputs.join(', ')}`,
      )
    }
    return result
  }
  const name = uses.split('@')[0] ?? ''
  const builtIn = builtIns[name]
  if (builtIn === undefined)
    throw new Error(`Expected an action of ours or one of ${Object.keys(builtIns).join(', ')} but found '${uses}'`)
  const unknown = Object.keys(inputs).filter(input => !builtIn.inputs.includes(input))
  if (unknown.length > 0) throw new Error(`The emulation of ${name} does not know the input(s) ${unknown.join(', ')}`)
  const { log, outputs = {}, failed = false } = builtIn.run(inputs, surroundings)
  return { exitCode: failed ? 1 : 0, log, outputs, env: {}, path: [], summary: '' }
}

/** What a step's error commands say. */
export const errorsIn = (log: string): string[] =>
  commandsIn(log)
    .filter(({ name }) => name === 'error')
    .map(({ message }) => message)
