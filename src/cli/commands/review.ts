import { enterReview } from '../../commands/enter-review.ts'
import { exitCode } from '../../commands/exit-code.ts'
import { settingsLog } from '../../commands/log/settings-log.ts'
import { policyInForce } from '../../commands/policy-in-force.ts'
import { review as reviewAll } from '../../commands/review.ts'
import { compose, locate } from '../../compose.ts'
import { reviewLine, reviewLines } from '../../report/review.ts'
import { printLines } from '../../terminal/print-lines.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { LOG_KEY } from '../log/log-flags.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  { name: 'certificates', kind: 'list', description: 'Certificates: files, folders or * globs' },
  {
    name: 'key',
    kind: 'value',
    description: 'Public key (PEM) of the certifier: what it has not signed does not count',
  },
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'json', kind: 'switch', description: 'Print what is due as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
]

export const review: CliCommand = {
  name: 'review',
  summary: 'Find certificates and waivers that have ended or end soon',
  synopsis: '[--certificates PATH…] [--key FILE]',
  examples: ['proofmark review --certificates certified --key proofmark.pub'],
  flags,
  async run(args) {
    const { values } = parseFlags(args, flags)
    const value = (name: string) => values.get(name)?.at(-1)
    const place = locate(process.cwd(), value('config'))
    const ports = compose(place.root, terminalLog(process.stderr, {}), {})
    const key = value('key')
    const inForce = await policyInForce(place.config, ports)
    const keyText = process.env[LOG_KEY]
    const log = await settingsLog({ config: place.config, trusted: inForce.policy.trust?.log, keyText }, ports)
    const reviewed = await reviewAll(
      {
        ...inForce,
        log,
        files: (values.get('certificates') ?? []).map(place.rebase),
        releases: false,
        key: key === undefined ? undefined : place.rebase(key),
        issues: false,
      },
      ports,
    )
    if (log && keyText) await enterReview(reviewed, log, ports)
    if (values.has('json')) process.stdout.write(`${JSON.stringify(reviewed, null, 2)}\n`)
    else if (values.has('quiet')) process.stdout.write(`${reviewLine(reviewed)}\n`)
    else printLines(process.stdout, reviewLines(reviewed))
    return exitCode(reviewed.verdict, [])
  },
}
