import { dirname, relative, resolve, sep } from 'node:path'
import { controls as holdAgainst } from '../../commands/controls/controls.ts'
import type { ExitCode } from '../../commands/exit-code.ts'
import type { ControlsReport } from '../../core/controls/controls-report.ts'
import { readSettings } from '../../core/settings/read-settings.ts'
import { printLines } from '../../terminal/print-lines.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'
import { LOG_FLAGS, logOf } from '../promotion/log-of.ts'

const flags: CliCommand['flags'] = [
  { name: 'out', kind: 'value', description: 'Folder of the evidence. Default: .proofmark beside the settings' },
  {
    name: 'framework',
    kind: 'list',
    description: 'Only these: iso27001, iso42001, gdpr, ai-act, or one of your own catalogue',
  },
  { name: 'markdown', kind: 'value', description: 'Write them as a page of Markdown' },
  { name: 'csv', kind: 'value', description: 'Write them as CSV, for a spreadsheet or a governance tool' },
  { name: 'oscal', kind: 'value', description: 'Write them as OSCAL 1.1 assessment results (JSON)' },
  { name: 'article-30', kind: 'value', description: 'Write an entry for the record of processing (GDPR, Art. 30)' },
  { name: 'dpia', kind: 'value', description: 'Write the input of an impact assessment (GDPR, Art. 35)' },
  {
    name: 'key',
    kind: 'value',
    description: 'Public key (PEM) of the certifier. Default: whom the policy trusts',
  },
  { name: 'offline', kind: 'switch', description: 'Do not ask the log' },
  ...LOG_FLAGS,
  { name: 'json', kind: 'switch', description: 'Print everything as JSON' },
]

export const controls: CliCommand = {
  name: 'controls',
  summary: 'Tell which evidence supports which control of ISO/IEC 27001, ISO/IEC 42001, the GDPR and the EU AI Act',
  synopsis: '[--framework ID…] [--markdown FILE] [--csv FILE] [--oscal FILE]',
  examples: [
    'proofmark controls',
    'proofmark controls --framework gdpr ai-act --markdown controls.md',
    'proofmark controls --oscal assessment-results.json --article-30 record.md --dpia dpia.md',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags)
    const { values } = parsed
    const one = (name: string) => values.get(name)?.at(-1)
    const { ports, place, recordLog } = await logOf(parsed)
    const file =
      place.config === undefined ? undefined : { name: place.config, text: await ports.files.readText(place.config) }
    const source = { command: 'gate', inputs: new Map(), nameInput: () => '', rebase: place.rebase } as const
    const settings = readSettings({ ...source, ...(file ? { file } : {}) })
    const out = place.out(one('out'))
    const log = values.has('offline') ? undefined : recordLog
    const key = one('key')
    const asked = { out, frameworks: values.get('framework'), log, key: key === undefined ? key : place.rebase(key) }
    const report = await holdAgainst(settings, asked, ports)
    for (const [flag, write] of await writers()) {
      const asked = one(flag)
      if (asked === undefined) continue
      const base =
        relative(dirname(resolve(asked)), resolve(place.root, out))
          .split(sep)
          .join('/') || '.'
      await ports.files.write(place.rebase(asked), write(report, base, ports.sha256))
    }
    if (values.has('json')) process.stdout.write(`${JSON.stringify(told(report), null, 2)}\n`)
    else {
      const { controlsLines } = await import('../../report/controls/terminal.ts')
      printLines(process.stdout, controlsLines(report))
    }
    return exitOf(report)
  },
}

type Write = (report: ControlsReport, base: string, sha256: (text: string) => string) => string

async function writers(): Promise<readonly (readonly [flag: string, write: Write])[]> {
  const [{ controlsMarkdown }, { controlsCsv }, { assessmentResults }, { article30 }, { dpia }] = await Promise.all([
    import('../../report/controls/markdown.ts'),
    import('../../report/controls/csv.ts'),
    import('../../report/oscal/assessment-results.ts'),
    import('../../report/privacy/article-30.ts'),
    import('../../report/privacy/dpia.ts'),
  ])
  return [
    ['markdown', controlsMarkdown],
    ['csv', controlsCsv],
    ['oscal', (report, base, sha256) => `${JSON.stringify(assessmentResults(report, sha256, base), null, 2)}\n`],
    ['article-30', article30],
    ['dpia', dpia],
  ]
}

/** The evidence itself is in its files. */
const told = (report: ControlsReport) => ({
  ...report,
  evidence: report.evidence.map(({ evidence: _, ...named }) => named),
})

/** 1 where evidence speaks against a control, 2 where nothing could be decided of any. */
function exitOf({ statuses }: ControlsReport): ExitCode {
  if (statuses.some(({ status }) => status === 'not supported')) return 1
  return statuses.every(({ status }) => status === 'not evaluable') ? 2 : 0
}
