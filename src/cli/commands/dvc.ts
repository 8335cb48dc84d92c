import { isCi } from '../../ci/is-ci.ts'
import { compareMetrics } from '../../commands/compare-metrics.ts'
import { type ExitCode, exitCode } from '../../commands/exit-code.ts'
import { verifyDvc } from '../../commands/verify-dvc.ts'
import { compose, locate } from '../../compose.ts'
import { type MetricRule, readTolerance } from '../../core/dvc/metrics/tolerance.ts'
import type { Check } from '../../core/evidence.ts'
import { UserError } from '../../core/user-error.ts'
import { verdictOf } from '../../core/verdict.ts'
import type { DvcPlace } from '../../ports/dvc-data.ts'
import { dvcLines } from '../../report/dvc-lines.ts'
import { metricsTable } from '../../report/metrics-table.ts'
import { printLines } from '../../terminal/print-lines.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { type ParsedFlags, parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  {
    name: 'workspace',
    kind: 'switch',
    description: 'verify: the files of the workspace; the default where no place is named',
  },
  { name: 'cache', kind: 'switch', description: 'verify: the objects of the local cache' },
  {
    name: 'remote',
    kind: 'list',
    description: "verify: that everything is in these remotes; 'default' is the default one",
  },
  { name: 'content', kind: 'switch', description: 'verify: read what is in the remotes, not only look for it' },
  {
    name: 'rehash',
    kind: 'switch',
    description:
      'verify: read every byte of the workspace, also of files whose times are as they were; always so in a CI',
  },
  {
    name: 'changed-since',
    kind: 'value',
    description: 'verify: only what this branch changed since it left that revision',
  },
  { name: 'file', kind: 'list', description: 'metrics-diff: files of metrics. Default: those that dvc.yaml names' },
  { name: 'higher', kind: 'list', description: 'metrics-diff: metrics of which more is better; only a fall counts' },
  { name: 'lower', kind: 'list', description: 'metrics-diff: metrics of which less is better; only a rise counts' },
  { name: 'tolerance', kind: 'list', description: 'metrics-diff: how much each may change: auc=0.01, loss=2%, *=0.5%' },
  { name: 'markdown', kind: 'value', description: 'metrics-diff: write the table to this file as well' },
  { name: 'json', kind: 'switch', description: 'Print the checks as JSON' },
]

export const dvc: CliCommand = {
  name: 'dvc',
  summary:
    'Verify that what DVC tracks is in workspace, cache or remote, and hold the metrics of two revisions against each other',
  synopsis: 'verify [PATH…] | metrics-diff [BEFORE [AFTER]]',
  examples: [
    'proofmark dvc verify',
    'proofmark dvc verify --remote default --changed-since origin/main',
    'proofmark dvc metrics-diff origin/main --higher auc --tolerance auc=0.01',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags)
    const [subcommand = '', ...rest] = parsed.positionals
    if (subcommand === 'verify') return verify(parsed, rest)
    if (subcommand === 'metrics-diff') return metricsDiff(parsed, rest)
    throw new UserError('dvc.subcommand', `Expected verify or metrics-diff but found '${subcommand}'`, {
      hint: "'proofmark help dvc' explains each",
    })
  },
}

async function open() {
  const { root, rebase } = locate(process.cwd(), undefined)
  const ports = compose(root, terminalLog(process.stderr), {})
  if (!ports.dvc) throw new Error('The program has no DVC')
  return { data: await ports.dvc(), ports, rebase }
}

async function verify({ values }: ParsedFlags, paths: readonly string[]): Promise<ExitCode> {
  const { data, rebase } = await open()
  const since = values.get('changed-since')?.at(-1)
  const content = values.has('content')
  const places: DvcPlace[] = [
    ...(values.has('cache') ? [{ kind: 'cache' } as const] : []),
    ...(values.get('remote') ?? []).map(
      name => ({ kind: 'remote', name: name === 'default' ? undefined : name, content }) as const,
    ),
  ]
  if (values.has('workspace') || places.length === 0)
    places.unshift({
      kind: 'workspace',
      times: isCi(process.env) ? undefined : values.has('rehash') ? 'renew' : 'trust',
    })
  const question = {
    paths: paths.map(rebase),
    since: since === undefined ? undefined : { texts: data.since(since), told: since },
    places,
  }
  const checks = await verifyDvc(question, data)
  if (values.has('json')) process.stdout.write(`${JSON.stringify({ checks }, null, 2)}\n`)
  else printLines(process.stdout, dvcLines(checks))
  return conclude(checks)
}

async function metricsDiff({ values }: ParsedFlags, [before = 'HEAD', after]: readonly string[]): Promise<ExitCode> {
  const { data, ports, rebase } = await open()
  const directed = (direction: 'higher' | 'lower'): MetricRule[] =>
    (values.get(direction) ?? []).map(metric => ({ metric, direction }))
  const rules = [...(values.get('tolerance') ?? []).map(readTolerance), ...directed('higher'), ...directed('lower')]
  const { rows } = await compareMetrics({ before, after, files: (values.get('file') ?? []).map(rebase), rules }, data)
  const text = metricsTable(rows)
  const markdown = values.get('markdown')?.at(-1)
  if (markdown !== undefined) await ports.files.write(rebase(markdown), `${text}\n`)
  const checks = rows.map(({ check }) => check)
  if (values.has('json')) process.stdout.write(`${JSON.stringify({ checks }, null, 2)}\n`)
  else process.stdout.write(`${text}\n`)
  return conclude(checks)
}

const conclude = (checks: readonly Check[]) => exitCode(verdictOf(checks.map(({ status }) => status)), [])
