import { type Suggested, suggest as suggestFor } from '../../commands/suggest.ts'
import { compose } from '../../compose.ts'
import { counted } from '../../core/model/format.ts'
import { percent } from '../../core/tables/wording/percent.ts'
import { UserError } from '../../core/user-error.ts'
import { visible } from '../../report/markdown/escape.ts'
import type { Line } from '../../report/terminal.ts'
import { printLines } from '../../terminal/print-lines.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  { name: 'data', kind: 'value', description: 'The table to look at' },
  { name: 'out', kind: 'value', description: 'The contract to write. Default: on standard output' },
  { name: 'hold-out', kind: 'value', description: 'Share of the rows to try the contract on. Default: 0.2' },
  { name: 'alarms', kind: 'value', description: 'Tolerated probability of a false alarm per batch. Default: 0.05' },
]

export const suggest: CliCommand = {
  name: 'suggest',
  summary: 'Suggest a data contract from a table, with bounds, and show what it would have flagged on rows held out',
  synopsis: '--data FILE [--out CONTRACT] [--hold-out SHARE] [--alarms PROBABILITY]',
  examples: ['proofmark suggest --data train.csv --out contract.odcs.yaml'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags)
    const data = values.get('data')?.at(-1) ?? positionals[0]
    if (data === undefined) {
      throw new UserError('flags.missing', 'Expected --data (the table to look at) but found nothing', {
        hint: 'proofmark suggest --data train.csv',
      })
    }
    const number = (name: string, standard: number) => shareOf(name, values.get(name)?.at(-1), standard)
    const log = terminalLog(process.stderr)
    const ports = compose(process.cwd(), log, {})
    const out = values.get('out')?.at(-1)
    if (out !== undefined && (await ports.files.exists(out))) {
      throw new UserError('suggest.exists', `Expected nothing at ${out} but there is a file`, {
        file: out,
        hint: 'Write to another path, or remove it first',
      })
    }
    const suggested = await suggestFor({ data, share: number('hold-out', 0.2), alarms: number('alarms', 0.05) }, ports)
    log.done()
    if (out === undefined) process.stdout.write(suggested.contract)
    else await ports.files.write(out, suggested.contract)
    printLines(out === undefined ? process.stderr : process.stdout, report(suggested, data, out))
    return 0
  },
}

function report({ suggestions, rows, heldOut, broken, estimate }: Suggested, data: string, out?: string): Line[] {
  const { draws, alarmed, interval, rules } = estimate
  const width = Math.max(...suggestions.map(({ column }) => column.length))
  return [
    { tone: 'strong', text: visible(`Made from ${counted(rows, 'row')} of ${data}`) },
    ...suggestions.map(({ column, rule, held, n, bound, tolerates }): Line => {
      const seen = held === n ? `all ${n}` : `${held} of ${n}`
      const tolerance = tolerates > 0 ? `, tolerates ${percent(tolerates)}` : ''
      return {
        tone: 'plain',
        text: visible(`  ${column.padEnd(width)}  ${rule}: ${seen}, at most ${percent(bound)} others${tolerance}`),
      }
    }),
    { tone: 'plain', text: '' },
    { tone: 'strong', text: `Tried on ${counted(heldOut, 'row')} held out: ${counted(broken.length, 'rule')} broken` },
    ...broken.map(({ title, reason }): Line => ({ tone: 'warn', text: visible(`  ${title}: ${reason}`) })),
    {
      tone: 'plain',
      text: `False alarms: ${alarmed} of ${draws} such draws (${percent(alarmed / draws)}, 95 % interval ${percent(interval[0])} to ${percent(interval[1])})`,
    },
    ...rules.slice(0, 5).map(([rule, count]): Line => ({ tone: 'muted', text: visible(`  ${count} times ${rule}`) })),
    ...(out === undefined ? [] : [{ tone: 'pass' as const, text: visible(`wrote ${out}`) }]),
  ]
}

function shareOf(name: string, text: string | undefined, standard: number): number {
  const share = text === undefined ? standard : Number(text)
  if (share > 0 && share < 1) return share
  throw new UserError('flags.share', `Expected --${name} to be between 0 and 1 but found ${text}`, {
    hint: `Give a proportion, e.g. ${standard}`,
  })
}
