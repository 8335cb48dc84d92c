import { resolve } from 'node:path'
import { compose, locate } from '../../compose.ts'
import { monitoringFiles } from '../../core/metrics/monitoring-files.ts'
import { UserError } from '../../core/user-error.ts'
import { visible } from '../../report/markdown/escape.ts'
import type { Line } from '../../report/terminal.ts'
import { printLines } from '../../terminal/print-lines.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  { name: 'dir', kind: 'value', description: 'Folder to write to. Default: monitoring' },
  {
    name: 'lookback',
    kind: 'value',
    description:
      'How far back a value counts, such as 31d: longer than runs are apart. Needed for remote write; what Prometheus scrapes needs none',
  },
  {
    name: 'prometheus-url',
    kind: 'value',
    description: 'Address by which Grafana reaches Prometheus. Default: http://localhost:9090',
  },
  {
    name: 'dashboards-path',
    kind: 'value',
    description: 'Folder in which Grafana will find the dashboard. Default: /var/lib/grafana/dashboards',
  },
  { name: 'force', kind: 'switch', description: 'Write over files that are there' },
]

export const dashboard: CliCommand = {
  name: 'dashboard',
  summary: 'Write alert rules for Prometheus, and a dashboard with its provisioning files for Grafana',
  synopsis: '[--dir FOLDER] [--lookback 31d]',
  examples: [
    'proofmark dashboard',
    'proofmark dashboard --dir ops --lookback 31d --prometheus-url http://prometheus:9090',
  ],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags)
    if (positionals[0] !== undefined)
      throw new UserError('flags.positional', `Expected flags only but found '${positionals[0]}'`, {
        hint: 'Name the folder by its flag: --dir monitoring',
      })
    const one = (name: string) => values.get(name)?.at(-1)
    const lookback = one('lookback')
    if (lookback !== undefined && !/^[1-9]\d{0,5}[mhdwy]$/.test(lookback))
      throw new UserError('dashboard.lookback', `Expected a length of time in --lookback but found '${lookback}'`, {
        hint: 'Write it as Prometheus does, such as 31d or 12h',
      })
    const prometheus = one('prometheus-url') ?? 'http://localhost:9090'
    if (!URL.canParse(prometheus) || !/^https?:$/.test(new URL(prometheus).protocol))
      throw new UserError('dashboard.address', `Expected an address in --prometheus-url but found '${prometheus}'`, {
        hint: 'Write it with its scheme, e.g. http://prometheus:9090',
      })
    const dashboards = one('dashboards-path') ?? '/var/lib/grafana/dashboards'
    const dir = one('dir') ?? 'monitoring'
    const { files } = compose(resolve(dir), terminalLog(process.stderr), {})
    const lines: Line[] = []
    for (const [path, content] of monitoringFiles({ lookback, prometheus, dashboards })) {
      const kept = !values.has('force') && (await files.exists(path))
      if (!kept) await files.write(path, content)
      const shown = locate(process.cwd(), undefined).rebase(resolve(dir, path))
      lines.push(
        kept
          ? { tone: 'muted', text: visible(`  kept          ${shown} (--force writes over it)`) }
          : { tone: 'pass', text: visible(`  wrote         ${shown}`) },
      )
    }
    printLines(process.stdout, lines)
    return 0
  },
}
