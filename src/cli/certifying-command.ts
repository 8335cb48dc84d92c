import { relative, resolve } from 'node:path'
import type { ExitCode } from '../commands/exit-code.ts'
import { type Outcome, run } from '../commands/run.ts'
import { locate } from '../compose.ts'
import { type CommandName, type Input, inputsOf } from '../core/settings/inputs.ts'
import { terminalReport } from '../report/terminal-report.ts'
import { printLines } from '../terminal/print-lines.ts'
import { terminalLog } from '../terminal/terminal-log.ts'
import type { CliCommand, CliFlag } from './cli-command.ts'
import { COMMON_FLAGS } from './common-flags.ts'
import { composeHere } from './compose-here.ts'
import { inputFlag } from './input-flag.ts'
import { inputValues } from './input-values.ts'
import { reportsInconclusive, undecided } from './on-inconclusive.ts'
import { type ParsedFlags, parseFlags } from './parse-flags.ts'

const KEY: CliFlag = {
  name: 'key',
  kind: 'value',
  description:
    'What signs: the path of a private key (PEM), the address of a key, or keyless. Default: record.key, or the text in PROOFMARK_KEY',
}

const EVIDENCE: CliFlag = {
  name: 'evidence',
  kind: 'value',
  description: 'Folder of the evidence to decide on. Default: the output folder',
}

const POLICY: CliFlag = {
  name: 'policy',
  kind: 'value',
  description: 'The policy: a file of its own. Default: what the settings say',
}

const ON_INCONCLUSIVE: CliFlag = {
  name: 'on-inconclusive',
  kind: 'value',
  description:
    'fail: end with exit code 2. report: end with 0, for shells that stop at any other; the verdict stays. Default: fail',
}

/** A command that ends in a verdict: its flags are the inputs of the action of the same name. */
export function certifyingCommand(name: CommandName, about: Omit<CliCommand, 'name' | 'flags' | 'run'>): CliCommand {
  const inputs = inputsOf(name)
  const signs = name === 'gate' || name === 'audit-record'
  const flags = [
    ...inputs.map(inputFlag),
    ...(signs ? [KEY, POLICY] : []),
    ...(name === 'audit-record' ? [EVIDENCE] : []),
    ON_INCONCLUSIVE,
    ...COMMON_FLAGS,
  ]
  return { name, ...about, flags, run: args => execute(name, inputs, parseFlags(args, flags)) }
}

async function execute(command: CommandName, inputs: readonly Input[], given: ParsedFlags): Promise<ExitCode> {
  const last = (flag: string) => given.values.get(flag)?.at(-1)
  const cwd = process.cwd()
  const place = locate(cwd, last('config'))
  const quiet = given.values.has('quiet')
  const json = given.values.has('json')
  const lenient = reportsInconclusive(last('on-inconclusive'))
  const log = terminalLog(process.stderr, { quiet: quiet || json })
  const outcome = await run(
    {
      command,
      out: place.out(last('out')),
      config: place.config,
      configPath: place.configPath,
      inputs: inputValues(inputs, given),
      nameInput: input => `--${input.flag ?? input.name}`,
      rebase: place.rebase,
      key: last('key') ?? process.env.PROOFMARK_KEY,
      logKey: process.env.PROOFMARK_LOG_KEY,
      policy: last('policy') === undefined ? undefined : place.rebase(last('policy') ?? ''),
      evidence: last('evidence') === undefined ? undefined : place.rebase(last('evidence') ?? ''),
    },
    await composeHere(place, log),
  )
  log.done()
  if (json) process.stdout.write(`${JSON.stringify(document(outcome), null, 2)}\n`)
  else {
    const shown = (path: string) => relative(cwd, resolve(place.root, path))
    const lines = terminalReport(
      outcome.produced.map(({ evidence }) => evidence),
      outcome.certification,
      shown,
    )
    printLines(process.stdout, quiet ? lines.filter(line => !line.text.startsWith(' ') && line.text !== '') : lines)
  }
  return lenient && undecided(outcome) ? 0 : outcome.exitCode
}

/** One gate's evidence as it is; of several, all of them and what was signed. */
function document({ command, verdict, produced, certification }: Outcome): unknown {
  const evidence = produced.map(one => one.evidence)
  if (command !== 'gate' && command !== 'audit-record') return evidence[0]
  const { decision, model, path } = certification ?? {}
  return { verdict, modelId: model?.id, signed: path, rules: decision?.rules, evidence }
}
