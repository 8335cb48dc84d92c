import type { CliCommand } from './cli-command.ts'

const EXIT_CODES =
  'Exit codes: 0 passed · 1 failed · 2 inconclusive · 3 settings or input are wrong · 4 the environment is'

/** What `proofmark --help` prints. */
export function overview(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Decide, with proof, whether a machine-learning model may be promoted.',
    '',
    'Usage: proofmark COMMAND [flags]',
    '',
    'Start here:',
    '  proofmark init       looks at your files and writes a first proofmark.yml, contract and workflow',
    '  proofmark gate       runs everything proofmark.yml names and signs the decision',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    "'proofmark help COMMAND' explains a command, with an example.",
    EXIT_CODES,
  ].join('\n')
}

/** What `proofmark help COMMAND` prints. */
export function usage({ name, summary, synopsis, examples, flags }: CliCommand): string {
  const left = (flag: CliCommand['flags'][number]) =>
    `--${flag.name}${{ value: ' VALUE', list: ' VALUE…', switch: '' }[flag.kind]}`
  const width = Math.max(...flags.map(flag => left(flag).length))
  return [
    `${summary}.`,
    '',
    `Usage: proofmark ${name} ${synopsis}`,
    '',
    'Flags:',
    ...flags.map(flag => `  ${left(flag).padEnd(width)}  ${flag.description}`),
    '',
    examples.length > 1 ? 'Examples:' : 'Example:',
    ...examples.map(example => `  ${example}`),
    '',
    EXIT_CODES,
  ].join('\n')
}
