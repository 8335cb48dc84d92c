import { type Event, push } from './events.ts'
import type { GitHub } from './github.ts'
import { githubContext } from './runner/github-context.ts'
import { type ActionResult, runNodeAction } from './runner/node-action.ts'
import { temporaryFolder } from './runner/temporary-folder.ts'

export type { ActionResult }

export interface RunActionOptions {
  /** Inputs; those left out take their default from action.yml. */
  readonly with?: Readonly<Record<string, string>>
  /** Where the API is; without one nothing answers there. */
  readonly github?: GitHub
  /** A push to main unless given. */
  readonly event?: Event
  /** `github.token`; that of `github` unless given. */
  readonly token?: string
  /** Working directory and GITHUB_WORKSPACE; an empty folder unless given. */
  readonly workspace?: string
  readonly env?: Readonly<Record<string, string>>
  readonly runId?: number
}

/** Nothing listens there; and fetch may try, as it may not the better known low ports. */
const NOWHERE = 'http://127.0.0.1:2'

/** Runs the action in a folder as the runner would, by its real action.yml and built file. Throws for an input it does not have. */
export function runAction(
  folder: string,
  {
    with: inputs = {},
    github,
    event = github === undefined ? NOTHING : push(github),
    token = github?.token ?? 'ghs_nowhere',
    workspace = temporaryFolder('workspace'),
    env = {},
    runId = 1,
  }: RunActionOptions = {},
): Promise<ActionResult> {
  const context = githubContext({
    event,
    repository: github?.repository ?? 'acme/credit-model',
    apiUrl: github?.url ?? NOWHERE,
    token,
    workspace,
    runId,
  })
  return runNodeAction(folder, { inputs, github: context, cwd: workspace, temp: temporaryFolder('runner'), env })
}

const NOTHING: Event = { name: 'push', sha: '0'.repeat(39).concat('1'), ref: 'refs/heads/main', payload: {} }
