import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import type { ExitCode } from '../commands/exit-code.ts'
import { type Outcome, run } from '../commands/run.ts'
import { compose, folderIn, locate } from '../compose.ts'
import { schemaAt } from '../core/documents/validate.ts'
import { type CommandName, type Input, inputsOf } from '../core/settings/inputs.ts'
import { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import { readContext } from '../github/context.ts'
import { terminalReport } from '../report/terminal-report.ts'
import { printLines } from '../terminal/print-lines.ts'
import { terminalLog } from '../terminal/terminal-log.ts'
import type { CliCommand, CliFlag } from './cli-command.ts'
import { type ParsedFlags, parseFlags } from './parse-flags.ts'

const describe = (path: readonly string[]) => schemaAt(Settings, path)?.meta()?.description ?? ''

const COMMON: readonly CliFlag[] = [
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  {
    name: 'out',
    kind: 'value',
    description: 'Folder for evidence and certificates. Default: .proofmark beside the settings',
  },
  { name: 'json', kind: 'switch', description: 'Print the evidence as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the verdict only' },
]

const KEY: CliFlag = {
  name: 'key',
  kind: 'value',
  description: 'Private key (P-256, PEM) that signs. Default: record.key, or the text in PROOFMARK_KEY',
}

const EVIDENCE: CliFlag = {
  name: 'evidence',
  kind: 'value',
  description: 'Folder of the evidence to decide on. Default: the output folder',
}

/** A command that ends in a verdict: its flags are the inputs of the action of the same name. */
export function certifyingCommand(name: CommandName, about: Omit<CliCommand, 'name' | 'flags' | 'run'>): CliCommand {
  const inputs = inputsOf(name)
  const signs = name === 'gate' || name === 'audit-record'
  const flags = [
    ...inputs.map(toFlag),
    ...(signs ? [KEY] : []),
    ...(name === 'audit-record' ? [EVIDENCE] : []),
    ...COMMON,
  ]
  return { name, ...about, flags, run: args => execute(name, inputs, parseFlags(args, flags)) }
}

async function execute(command: CommandName, inputs: readonly Input[], given: ParsedFlags): Promise<ExitCode> {
  const last = (flag: string) => given.values.get(flag)?.at(-1)
  const cwd = process.cwd()
  const place = locate(cwd, last('config'))
  const quiet = given.values.has('quiet')
  const json = given.values.has('json')
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
      evidence: last('evidence') === undefined ? undefined : place.rebase(last('evidence') ?? ''),
    },
    compose(place.root, log, {
      ...(await readContext(process.env, path => readFile(path, 'utf8'))),
      ...folderIn(process.env.GITHUB_WORKSPACE ?? cwd, place.root),
    }),
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
  return outcome.exitCode
}

function inputValues(inputs: readonly Input[], { values, positionals }: ParsedFlags): Map<string, readonly string[]> {
  const open = inputs.find(input => input.positional)
  if (!open && positionals[0] !== undefined) {
    throw new UserError('flags.positional', `Expected flags only but found '${positionals[0]}'`, {
      hint: 'Name every value by its flag',
    })
  }
  return new Map(
    inputs.map(input => [
      input.name,
      [...(values.get(input.flag ?? input.name) ?? []), ...(input === open ? positionals : [])],
    ]),
  )
}

/** One gate's evidence as it is; of several, all of them and what was signed. */
function document({ command, verdict, produced, certification }: Outcome): unknown {
  const evidence = produced.map(one => one.evidence)
  if (command !== 'gate' && command !== 'audit-record') return evidence[0]
  const { decision, model, path } = certification ?? {}
  return { verdict, modelId: model?.id, signed: path, rules: decision?.rules, evidence }
}

function toFlag(input: Input): CliFlag {
  const path = input.setting.split('.')
  const isList = schemaAt(Settings, path)?.def.type === 'array'
  return { name: input.flag ?? input.name, kind: isList ? 'list' : 'value', description: describe(path) }
}
