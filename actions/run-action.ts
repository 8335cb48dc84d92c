import { relative, resolve } from 'node:path'
import { error, getInput, setOutput, setSecret, summary } from '@actions/core'
import type { ExitCode } from '../src/commands/exit-code.ts'
import { publish } from '../src/commands/publish.ts'
import { type Outcome, run } from '../src/commands/run.ts'
import { compose, folderIn, locate } from '../src/compose.ts'
import { schemaAt, validate } from '../src/core/documents/validate.ts'
import type { Evidence } from '../src/core/evidence.ts'
import { fromText } from '../src/core/settings/from-text.ts'
import { type CommandName, inputsOf } from '../src/core/settings/inputs.ts'
import { Options } from '../src/core/settings/options.ts'
import { actionLog } from '../src/github/action-log.ts'
import type { Ports } from '../src/ports.ts'
import { failureLine } from '../src/report/failure-line.ts'
import { jobSummary } from '../src/report/job-summary.ts'
import { oneLine, terminalReport } from '../src/report/terminal-report.ts'
import { printLines } from '../src/terminal/print-lines.ts'
import { atBoundary, connectGithub, fail, type Github, inputDocument, workspace } from './face.ts'

/** Runs one action from its inputs to its outputs; the step ends with the exit code of the program. */
export const runAction = (command: CommandName): Promise<void> =>
  atBoundary(async told => {
    told.output = true
    const key = getInput('key')
    if (key.includes('-----BEGIN')) setSecret(key)
    const options = readOptions()
    const github = await connectGithub()
    const place = locate(workspace(), options.config)
    const { context, forge } = github
    const ports = compose(place.root, actionLog(), { ...context, ...folderIn(workspace(), place.root) }, forge)
    const outcome = await run(
      {
        command,
        out: place.out(options.out),
        config: place.config,
        configPath: place.configPath,
        inputs: new Map(inputsOf(command).map(({ name }) => [name, [getInput(name)]])),
        nameInput: ({ name }) => `input ${name}`,
        rebase: place.rebase,
        key,
        logKey: process.env.PROOFMARK_LOG_KEY,
        evidence:
          command === 'audit-record' && getInput('evidence') !== '' ? place.rebase(getInput('evidence')) : undefined,
      },
      ports,
    )
    told.read = bytesOf(evidenceOf(outcome))
    const shown = (path: string) => relative(workspace(), resolve(place.root, path))
    await tell(outcome, shown, { out: place.out(options.out), run: context.url })
    const published = options.publish ? await show(outcome, github, ports) : 0
    if (published !== 0) return published
    if (
      outcome.exitCode === 0 ||
      (options['on-failure'] === 'report' && outcome.verdict !== 'passed' && outcome.exitCode <= 2)
    )
      return 0
    for (const evidence of evidenceOf(outcome).filter(({ verdict }) => verdict !== 'passed'))
      error(failureLine(evidence))
    if (outcome.certification) error(oneLine([], outcome.certification))
    return outcome.exitCode
  })

function readOptions(): Options {
  const names = Object.keys(Options.shape)
  const values = Object.fromEntries(
    names.map(name => [name, fromText(schemaAt(Options, [name]), [getInput(name)], path => path)]),
  )
  return validate(Options, inputDocument(values), 'inputs.invalid')
}

/** The log, the job summary and the outputs. */
async function tell(
  outcome: Outcome,
  shown: (path: string) => string,
  { out, run }: { out: string; run: string | undefined },
): Promise<void> {
  const { produced, certification, verdict } = outcome
  const evidence = evidenceOf(outcome)
  printLines(process.stdout, terminalReport(evidence, certification, shown))
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(jobSummary(evidence, certification, run)).write()
  setOutput('verdict', verdict)
  setOutput('summary', oneLine(evidence, certification))
  const [first] = produced
  setOutput('evidence', shown(certification || !first ? out : first.path))
  if (!certification) return
  setOutput('certificate', certification.path === undefined ? '' : shown(certification.path))
  setOutput('model-id', certification.model.id ?? '')
}

/** The release, the check runs and the comment. A fork's run may not write them: a second workflow reports for it. */
async function show(outcome: Outcome, { context, forge }: Github, { log }: Ports): Promise<ExitCode> {
  if (!forge) return 0
  if (context.pullRequest?.fork) {
    log.info(
      "A fork's token cannot write: the result is in the summary, and the report action shows it from a second workflow",
    )
    return 0
  }
  try {
    const { certification: recorded, release, attestations } = outcome
    await publish({ evidence: evidenceOf(outcome), recorded, release, attestations }, forge, context)
    return 0
  } catch (problem) {
    return fail(problem)
  }
}

/** Bytes of the files that the gates read, each once. */
function bytesOf(evidence: readonly Evidence[]): number {
  const read = new Map(evidence.flatMap(({ materials }) => materials.map(({ name, bytes }) => [name, bytes] as const)))
  return [...read.values()].reduce((sum, bytes) => sum + bytes, 0)
}

const evidenceOf = ({ produced }: Outcome) => produced.map(one => one.evidence)
