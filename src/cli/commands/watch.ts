import { setTimeout as wait } from 'node:timers/promises'
import { type ExitCode, exitCode, exitCodeOf } from '../../commands/exit-code.ts'
import { verify } from '../../commands/verify.ts'
import { type WatchWorld, watch as watchTargets } from '../../commands/watch.ts'
import { composeTargets } from '../../compose.ts'
import { UserError } from '../../core/user-error.ts'
import { watchLine, watchLines, watchMarkdown } from '../../report/watch.ts'
import { printLines } from '../../terminal/print-lines.ts'
import type { CliCommand } from '../cli-command.ts'
import { type ParsedFlags, parseFlags } from '../parse-flags.ts'
import { OUTPUT_FLAGS } from '../promotion/flags.ts'
import { LOG_FLAGS } from '../promotion/log-of.ts'
import { trustedLogOf } from '../promotion/trusted-log-of.ts'
import { incomplete, whoAsks } from '../promotion/world-of.ts'
import { TRUSTING_FLAGS } from '../verify-flags.ts'

const SYNOPSIS = '--mlflow MODEL@ALIAS… --key FILE [--revert] [--every 60s]'
const flags: CliCommand['flags'] = [
  { name: 'mlflow', kind: 'list', description: 'Aliases to look at: MODEL@ALIAS, with * for any, or all' },
  { name: 'revert', kind: 'switch', description: 'Point back at the certified model before, by the log' },
  { name: 'every', kind: 'value', description: 'Look again and again: 60s, 5m or 1h. Default: once' },
  { name: 'once', kind: 'switch', description: 'Look once; as without --every' },
  ...TRUSTING_FLAGS,
  { name: 'markdown', kind: 'value', description: 'Write what was found as Markdown' },
  ...LOG_FLAGS,
  ...OUTPUT_FLAGS,
]

export const watch: CliCommand = {
  name: 'watch',
  summary: 'Find aliases of a model registry that point at what nobody certified, and point them back',
  synopsis: SYNOPSIS,
  examples: [
    'proofmark watch --mlflow credit@champion --key proofmark.pub',
    "proofmark watch --mlflow '*@champion' --key proofmark.pub --revert --every 60s",
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags)
    const { values, positionals } = parsed
    const patterns = values.get('mlflow') ?? []
    if (patterns.length === 0 || positionals.length > 0)
      throw incomplete('--mlflow to name aliases but found nothing', `proofmark watch ${SYNOPSIS}`)
    const every = values.has('once') ? undefined : secondsOf(values.get('every')?.at(-1))
    const { ports, place, connections, recordLog, trust, done } = await trustedLogOf(parsed)
    const name = values.get('name')?.at(-1)
    const world: WatchWorld = {
      ports,
      targets: composeTargets(place.root, ports.context, process.env.GITHUB_TOKEN),
      verify: (request, shown, log = recordLog) => verify({ ...request, key: trust, name, log }, shown),
      recordLog,
      connections,
      by: whoAsks(),
    }
    const look = async (): Promise<ExitCode> => {
      const { errors, ...seen } = await watchTargets(
        { scheme: 'mlflow', patterns, revert: values.has('revert') },
        world,
      )
      done()
      const markdown = values.get('markdown')?.at(-1)
      if (markdown !== undefined) await ports.files.write(place.rebase(markdown), watchMarkdown(seen))
      if (values.has('json')) process.stdout.write(`${JSON.stringify(seen, null, every === undefined ? 2 : 0)}\n`)
      else if (values.has('quiet')) process.stdout.write(`${watchLine(seen)}\n`)
      else printLines(process.stdout, watchLines(seen))
      return exitCode(seen.verdict, errors)
    }
    return every === undefined ? look() : again(look, every, parsed)
  },
}

/** Looks until the program is asked to end; what goes wrong once is told, and may be mended by the next time. */
async function again(look: () => Promise<ExitCode>, seconds: number, { values }: ParsedFlags): Promise<ExitCode> {
  const end = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort())
  for (;;) {
    let code: ExitCode
    try {
      if (!values.has('json')) process.stdout.write(`${new Date().toISOString()}\n`)
      code = await look()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      code = exitCodeOf(error)
      process.stderr.write(`${error.message}${error.hint === undefined ? '' : `. ${error.hint}`}\n`)
    }
    if (end.signal.aborted) return code
    await wait(seconds * 1000, undefined, { signal: end.signal }).catch(() => {})
    if (end.signal.aborted) return code
  }
}

const UNIT: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }

function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const [, number = '', unit = ''] = /^([1-9]\d{0,4})([smh])$/.exec(text) ?? []
  const seconds = Number(number) * (UNIT[unit] ?? 0)
  if (seconds > 0 && seconds <= 7 * 24 * 3600) return seconds
  throw new UserError('watch.every', `Expected --every to be a time such as 60s, 5m or 1h but found '${text}'`, {
    hint: 'At most a week',
  })
}
