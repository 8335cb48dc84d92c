import { exitCode } from '../../commands/exit-code.ts'
import { selftest as degradeAndJudge } from '../../commands/selftest.ts'
import { compose, locate } from '../../compose.ts'
import { inputsOf } from '../../core/settings/inputs.ts'
import { readSettings } from '../../core/settings/read-settings.ts'
import { selftestLines } from '../../report/selftest-lines.ts'
import { printLines } from '../../terminal/print-lines.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { COMMON_FLAGS } from '../common-flags.ts'
import { inputFlag } from '../input-flag.ts'
import { inputValues } from '../input-values.ts'
import { parseFlags } from '../parse-flags.ts'

const inputs = inputsOf('model-certify')
const flags = [...inputs.map(inputFlag), ...COMMON_FLAGS]

export const selftest: CliCommand = {
  name: 'selftest',
  summary:
    'Degrade the predictions in known ways and show which of it the claims catch, and the smallest loss they can tell',
  synopsis: '[the flags of model-certify]',
  examples: ['proofmark selftest --config proofmark.yml'],
  flags,
  async run(args) {
    const given = parseFlags(args, flags)
    const last = (flag: string) => given.values.get(flag)?.at(-1)
    const place = locate(process.cwd(), last('config'))
    const [quiet, json] = [given.values.has('quiet'), given.values.has('json')]
    const log = terminalLog(process.stderr, { quiet: quiet || json })
    const ports = compose(place.root, log, {})
    const settings = readSettings({
      command: 'model-certify',
      ...(place.config === undefined
        ? {}
        : { file: { name: place.config, text: await ports.files.readText(place.config) } }),
      inputs: inputValues(inputs, given),
      nameInput: input => `--${input.flag ?? input.name}`,
      rebase: place.rebase,
    })
    const result = await degradeAndJudge(settings, ports, place.out(last('out')))
    log.done()
    if (json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
    else printLines(process.stdout, quiet ? selftestLines(result).slice(0, 1) : selftestLines(result))
    return exitCode(result.verdict, [])
  },
}
