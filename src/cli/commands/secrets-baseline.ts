import { secretsBaseline as write } from '../../commands/secrets-baseline.ts'
import { compose, locate } from '../../compose.ts'
import { readSettings } from '../../core/settings/read-settings.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const DEFAULT_BASELINE = 'secrets-baseline.json'

const flags: CliCommand['flags'] = [
  {
    name: 'baseline',
    kind: 'value',
    description: `File to write. Default: security.secrets.baseline, else ${DEFAULT_BASELINE}`,
  },
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'out', kind: 'value', description: 'Folder of the evidence. Default: .proofmark beside the settings' },
]

export const secretsBaseline: CliCommand = {
  name: 'secrets-baseline',
  summary: 'Write the credentials that security-scan found into a baseline, so that only new ones fail',
  synopsis: '[--baseline FILE]',
  examples: ['proofmark secrets-baseline --baseline secrets-baseline.json'],
  flags,
  async run(args) {
    const { values } = parseFlags(args, flags)
    const last = (flag: string) => values.get(flag)?.at(-1)
    const place = locate(process.cwd(), last('config'))
    const ports = compose(place.root, terminalLog(process.stderr), {})
    const asked = last('baseline')
    const named = asked === undefined ? await fromSettings() : place.rebase(asked)
    const { path, secrets } = await write(
      { evidence: place.out(last('out')), baseline: named ?? DEFAULT_BASELINE },
      ports,
    )
    const what = secrets === 1 ? '1 credential' : `${secrets} credentials`
    process.stdout.write(
      `${path}: ${what}, by fingerprint. They only warn from now on: revoke them and take them out\n`,
    )
    return 0

    async function fromSettings(): Promise<string | undefined> {
      if (place.config === undefined) return undefined
      const file = { name: place.config, text: await ports.files.readText(place.config) }
      const source = { command: 'gate', file, inputs: new Map(), nameInput: () => '', rebase: place.rebase } as const
      return readSettings(source).security.secrets.baseline
    }
  },
}
