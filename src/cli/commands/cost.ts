import { readCron } from '../../core/cost/cron.ts'
import { monthlyMinutes, type Usage } from '../../core/cost/monthly-minutes.ts'
import { PLANS, RUNNERS } from '../../core/cost/plans.ts'
import { UserError } from '../../core/user-error.ts'
import { costLines } from '../../report/cost-lines.ts'
import { printLines } from '../../terminal/print-lines.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  { name: 'schedule', kind: 'list', description: "When it runs, as in a workflow: '17 6 * * 1'; several are added up" },
  { name: 'runs', kind: 'value', description: 'Runs a month that something else starts, such as pull requests' },
  { name: 'seconds', kind: 'list', description: 'Seconds that each job of a run takes, one number for each job' },
  { name: 'runner', kind: 'value', description: `${Object.keys(RUNNERS).join(', ')}. Default: linux` },
  { name: 'plan', kind: 'value', description: `${Object.keys(PLANS).join(', ')}. Default: free` },
  { name: 'public', kind: 'switch', description: 'The repository is public: its minutes are free' },
  { name: 'json', kind: 'switch', description: 'Print it as JSON' },
]

export const cost: CliCommand = {
  name: 'cost',
  summary: 'Work out the minutes of GitHub Actions that a schedule takes a month, as GitHub bills them',
  synopsis: '--seconds N… [--schedule CRON…] [--runs N]',
  examples: [
    "proofmark cost --schedule '17 6 * * 1-5' --seconds 40",
    'proofmark cost --runs 120 --seconds 40 95 --plan team',
  ],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags)
    if (positionals.length > 0)
      throw new UserError('cost.what', `Expected flags only but found '${positionals[0]}'`, {
        hint: "Put a schedule into quotes: --schedule '17 6 * * 1'",
      })
    const one = (name: string) => values.get(name)?.at(-1)
    const usage: Usage = {
      schedules: (values.get('schedule') ?? []).map(readCron),
      others: amount('runs', one('runs') ?? '0'),
      jobs: (values.get('seconds') ?? []).map(text => amount('seconds', text)),
      runner: choice('runner', RUNNERS, one('runner') ?? 'linux'),
      plan: choice('plan', PLANS, one('plan') ?? 'free'),
      isPublic: values.has('public'),
    }
    if (usage.jobs.length === 0 || (usage.schedules.length === 0 && usage.others === 0))
      throw new UserError('cost.nothing', 'Expected --seconds, and --schedule or --runs, but found too little', {
        hint: "proofmark cost --schedule '17 6 * * 1-5' --seconds 40; a run's page on GitHub shows what its jobs took",
      })
    const month = monthlyMinutes(usage)
    if (values.has('json')) process.stdout.write(`${JSON.stringify(month, null, 2)}\n`)
    else printLines(process.stdout, costLines(month, usage))
    return 0
  },
}

function amount(flag: string, text: string): number {
  const value = /^\d{1,7}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(value)) throw new UserError('cost.number', `Expected --${flag} to be a number but found '${text}'`)
  return value
}

function choice<T extends object>(flag: string, known: T, text: string): keyof T {
  const names = Object.keys(known)
  const isKnown = (name: PropertyKey): name is keyof T => names.some(each => each === name)
  if (isKnown(text)) return text
  throw new UserError('cost.choice', `Expected --${flag} to be one of ${names.join(', ')} but found '${text}'`)
}
