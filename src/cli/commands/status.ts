import { exitCode } from '../../commands/exit-code.ts'
import { status as statusOf } from '../../commands/status.ts'
import { composeTargets } from '../../compose.ts'
import { lifeHtml } from '../../report/life/html.ts'
import { lifeMarkdown } from '../../report/life/markdown.ts'
import { STYLE } from '../../report/life/style.ts'
import { lifeLines } from '../../report/life/terminal.ts'
import { printLines } from '../../terminal/print-lines.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'
import { LOG_FLAGS, watchedLogOf } from '../promotion/log-of.ts'
import { incomplete } from '../promotion/world-of.ts'

const SYNOPSIS = '[MODEL] [--markdown FILE] [--html FILE]'
const flags: CliCommand['flags'] = [
  { name: 'offline', kind: 'switch', description: 'Do not ask the targets: tell what the log says' },
  {
    name: 'markdown',
    kind: 'value',
    description: 'Write the page of the models’ life as Markdown, with a Mermaid chart',
  },
  {
    name: 'html',
    kind: 'value',
    description: 'Write it as an HTML page without scripts, and its style sheet beside it',
  },
  ...LOG_FLAGS,
  { name: 'json', kind: 'switch', description: 'Print everything as JSON' },
]

export const status: CliCommand = {
  name: 'status',
  summary:
    'Tell what each model’s certificate says today, where production points, and where that differs from the log',
  synopsis: SYNOPSIS,
  examples: ['proofmark status', 'proofmark status credit-default --html life.html'],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags)
    const { values, positionals } = parsed
    if (positionals.length > 1) throw incomplete('one model, or none for all', `proofmark status ${SYNOPSIS}`)
    const { ports, place, recordLog, unwitnessed } = await watchedLogOf(parsed)
    if (!recordLog)
      throw incomplete(
        'a log to read but found none',
        'Name it in record.log of proofmark.yml, or with --remote and --verifier-key',
      )
    const targets = composeTargets(place.root, ports.context, process.env.GITHUB_TOKEN)
    const options = { model: positionals[0], offline: values.has('offline'), unwitnessed }
    const told = await statusOf(options, recordLog, targets, ports)
    const [markdown, html] = [values.get('markdown')?.at(-1), values.get('html')?.at(-1)]
    if (markdown !== undefined) await ports.files.write(place.rebase(markdown), lifeMarkdown(told))
    if (html !== undefined) {
      const style = html.replace(/(\.html?)?$/i, '.css')
      await ports.files.write(
        place.rebase(html),
        lifeHtml(told, encodeURIComponent(style.split(/[\\/]/).at(-1) ?? style)),
      )
      await ports.files.write(place.rebase(style), STYLE)
    }
    if (values.has('json')) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`)
    else printLines(process.stdout, lifeLines(told))
    return exitCode(told.verdict, [])
  },
}
