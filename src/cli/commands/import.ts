import { compose } from '../../compose.ts'
import { counted } from '../../core/model/format.ts'
import { type ImportedContract, importContract } from '../../core/tables/importing/import-contract.ts'
import { knownExpectation } from '../../core/tables/importing/known-expectation.ts'
import { UserError } from '../../core/user-error.ts'
import { visible } from '../../report/markdown/escape.ts'
import type { Line } from '../../report/terminal.ts'
import { printLines } from '../../terminal/print-lines.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const MAX_BYTES = 8 * 1024 * 1024

const flags: CliCommand['flags'] = [
  {
    name: 'format',
    kind: 'value',
    description: 'great-expectations, frictionless, pandera, dbt or soda. Default: told by the file itself',
  },
  { name: 'out', kind: 'value', description: 'The contract to write. Default: on standard output' },
]

export const importRules: CliCommand = {
  name: 'import',
  summary:
    'Turn rules of Great Expectations, Frictionless, Pandera, dbt or Soda into a data contract, and list what was not taken over',
  synopsis: 'FILE [--format TOOL] [--out CONTRACT]',
  examples: ['proofmark import suite.json --out contract.odcs.yaml', 'proofmark import models/schema.yml --format dbt'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags)
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) {
      throw new UserError('flags.positional', `Expected one file to import but found ${positionals.length}`, {
        hint: 'proofmark import suite.json --out contract.odcs.yaml',
      })
    }
    const out = values.get('out')?.at(-1)
    const { files } = compose(process.cwd(), terminalLog(process.stderr), {})
    const text = await files.readText(file, { maxBytes: MAX_BYTES })
    const imported = importContract(file, text, knownExpectation, values.get('format')?.at(-1))
    if (out === undefined) process.stdout.write(imported.contract)
    else if (await files.exists(out)) {
      throw new UserError('import.exists', `Expected nothing at ${out} but there is a file`, {
        file: out,
        hint: 'Write to another path, or remove it first',
      })
    } else await files.write(out, imported.contract)
    printLines(out === undefined ? process.stderr : process.stdout, report(imported, file, out))
    return 0
  },
}

function report(
  { title, tables, columns, rules, left, dialects }: ImportedContract,
  file: string,
  out?: string,
): Line[] {
  const what = `${counted(tables, 'table')}, ${counted(columns, 'column')}, ${counted(rules, 'rule')}`
  return [
    { tone: 'strong', text: visible(`Read ${file}, ${title}: ${what}`) },
    ...left.flatMap(({ rule, reason, place }): Line[] => [
      { tone: 'warn', text: visible(`  not imported  ${rule} (${place})`) },
      { tone: 'muted', text: visible(`                ${reason}`) },
    ]),
    ...(left.length === 0
      ? []
      : [
          {
            tone: 'plain' as const,
            text: 'Each of these is in the contract as a rule of type text: a warning until you have dealt with it.',
          },
        ]),
    ...(dialects === undefined
      ? []
      : [
          {
            tone: 'plain' as const,
            text: 'How the files are written is no matter of a contract. Add to proofmark.yml:',
          },
          ...dialects
            .trimEnd()
            .split('\n')
            .map((line): Line => ({ tone: 'plain', text: visible(`  ${line}`) })),
        ]),
    ...(out === undefined ? [] : [{ tone: 'pass' as const, text: visible(`  wrote         ${out}`) }]),
  ]
}
