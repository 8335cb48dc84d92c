import { readFile } from 'node:fs/promises'
import { getInput, setFailed, setOutput, summary } from '@actions/core'
import { type ExitCode, exitCodeOf } from '../src/commands/exit-code.ts'
import type { Document } from '../src/core/documents/document.ts'
import { UserError } from '../src/core/user-error.ts'
import { completeContext, type GithubContext, readContext } from '../src/github/context.ts'
import { githubForge } from '../src/github/github-forge.ts'
import { refusePullRequestTarget } from '../src/github/refuse-pull-request-target.ts'
import { startMeter } from '../src/http/meter.ts'
import type { Forge } from '../src/ports.ts'
import { type Spent, spentMarkdown } from '../src/report/spent-line.ts'

/** The folder the step works in. */
export const workspace = (): string => process.env.GITHUB_WORKSPACE ?? process.cwd()

/** What an action tells of what it took, besides its time and its traffic. */
export interface Told {
  /** Bytes of the files that were read. */
  read?: number
  /** The action has an output for it. */
  output?: boolean
}

/** The one boundary of an action: what is thrown becomes a sentence in the log, and an exit code. Last of all it says what the step took. */
export async function atBoundary(act: (told: Told) => Promise<ExitCode>): Promise<void> {
  const meter = startMeter()
  const told: Told = {}
  try {
    process.exitCode = await act(told)
  } catch (error) {
    process.exitCode = fail(error)
  }
  meter.stop()
  const spent: Spent = { seconds: performance.now() / 1000, read: told.read ?? 0, ...meter.read() }
  if (told.output) setOutput('cost', JSON.stringify(spent))
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(spentMarkdown(spent)).write()
}

/** Says why a step fails; the exit code is that of the program for the same fault. */
export function fail(error: unknown): ExitCode {
  if (error instanceof UserError) {
    setFailed(error.hint === undefined ? error.message : `${error.message}\n→ ${error.hint}`)
    return exitCodeOf(error)
  }
  setFailed(`Proofmark itself failed; please report this:\n${error instanceof Error ? error.stack : String(error)}`)
  return 2
}

/** Inputs as a document whose places are `input NAME`; an empty input is one that was not given. */
export function inputDocument(values: Readonly<Record<string, unknown>>): Document {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  return { name: 'the inputs', value: given, place: path => ({ text: `input ${String(path[0] ?? '')}` }) }
}

export interface Github {
  readonly context: GithubContext
  /** Absent without a token, repository or commit: a step outside GitHub. */
  readonly forge: Forge | undefined
}

/** The run's event and the forge it may write to. Refuses pull_request_target. */
export async function connectGithub(): Promise<Github> {
  refusePullRequestTarget(process.env.GITHUB_EVENT_NAME)
  const read = await readContext(process.env, path => readFile(path, 'utf8'))
  const token = getInput('token')
  const apiUrl = process.env.GITHUB_API_URL
  if (token === '' || !apiUrl || read.repository === undefined) return { context: read, forge: undefined }
  const connection = { token, apiUrl, repository: read.repository }
  const context = await completeContext(read, connection)
  const head = context.pullRequest?.head ?? context.commit
  if (head === undefined) return { context, forge: undefined }
  return {
    context,
    forge: githubForge({ ...connection, head, base: context.base, pullRequest: context.pullRequest?.number }),
  }
}
