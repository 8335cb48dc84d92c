import { exportEvidently } from '../../commands/export-evidently.ts'
import { compose } from '../../compose.ts'
import { UserError } from '../../core/user-error.ts'
import { visible } from '../../report/markdown/escape.ts'
import { printLines } from '../../terminal/print-lines.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  { name: 'evidence', kind: 'value', description: 'Folder of the evidence of drift-compare. Default: .proofmark' },
  { name: 'out', kind: 'value', description: 'The snapshot to write' },
  { name: 'workspace', kind: 'value', description: 'Workspace folder of evidently ui to add it to, instead of --out' },
  { name: 'project', kind: 'value', description: 'Project of the workspace. Default: Proofmark' },
]

export const exportResult: CliCommand = {
  name: 'export',
  summary: 'Write what drift-compare found as a snapshot that Evidently loads',
  synopsis: 'evidently (--out FILE | --workspace DIR [--project NAME]) [--evidence DIR]',
  examples: ['proofmark export evidently --workspace workspace --project credit'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags)
    const value = (name: string) => values.get(name)?.at(-1)
    const [file, workspace] = [value('out'), value('workspace')]
    if (
      positionals.length !== 1 ||
      positionals[0] !== 'evidently' ||
      (file === undefined) === (workspace === undefined)
    )
      throw new UserError(
        'export.incomplete',
        'Expected the format evidently, and --out or --workspace, but found neither or both',
        {
          hint: 'proofmark export evidently --out snapshot.json',
        },
      )
    const place =
      file === undefined ? { workspace: workspace ?? '', project: value('project') ?? 'Proofmark' } : { file }
    const ports = compose(process.cwd(), terminalLog(process.stderr), {})
    const path = await exportEvidently(value('evidence') ?? '.proofmark', place, ports)
    printLines(process.stdout, [{ tone: 'pass', text: visible(`wrote ${path}`) }])
    return 0
  },
}
