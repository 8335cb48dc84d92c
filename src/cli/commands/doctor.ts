import { doctor as examine } from '../../commands/doctor.ts'
import { compose, locate } from '../../compose.ts'
import { readSettings } from '../../core/settings/read-settings.ts'
import { environmentContext } from '../../github/context.ts'
import { allProbes } from '../../probes/all-probes.ts'
import { doctorLines } from '../../report/doctor-lines.ts'
import { printLines } from '../../terminal/print-lines.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'json', kind: 'switch', description: 'Print what was found as JSON' },
]

export const doctor: CliCommand = {
  name: 'doctor',
  summary: 'Check every configured connection, permission and clock, and say what to do. Nothing is changed',
  synopsis: '[--json]',
  examples: ['proofmark doctor', 'proofmark doctor --json'],
  flags,
  async run(args) {
    const { values } = parseFlags(args, flags)
    const place = locate(process.cwd(), values.get('config')?.at(-1))
    const context = environmentContext(process.env)
    const { files } = compose(place.root, terminalLog(process.stderr, { quiet: true }), context)
    const { config: name } = place
    const source = { command: 'gate', inputs: new Map(), nameInput: () => '', rebase: place.rebase } as const
    const settings =
      name === undefined
        ? undefined
        : { name, read: async () => readSettings({ ...source, file: { name, text: await files.readText(name) } }) }
    const found = await examine({ settings }, allProbes({ root: place.root, environment: process.env, context }))
    if (values.has('json')) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
    else printLines(process.stdout, doctorLines(found))
    return found.status === 'fail' ? 4 : 0
  },
}
