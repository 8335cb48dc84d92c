import { mergeTarget } from '../../commands/base-files.ts'
import { checkPolicy } from '../../commands/check-policy.ts'
import { exitCode } from '../../commands/exit-code.ts'
import { ownBar, takeBar } from '../../commands/take-bar.ts'
import { takePolicy } from '../../commands/take-policy.ts'
import { locate } from '../../compose.ts'
import { decisionDocument } from '../../core/record/decision/decision-document.ts'
import { policyDigest } from '../../core/record/policy/policy-digest.ts'
import { policySentences } from '../../core/record/policy/policy-sentences.ts'
import { inputsOf } from '../../core/settings/inputs.ts'
import { readSettings } from '../../core/settings/read-settings.ts'
import { UserError } from '../../core/user-error.ts'
import { decisionLine, decisionLines, policyLines } from '../../report/policy-lines.ts'
import { printLines } from '../../terminal/print-lines.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { composeHere } from '../compose-here.ts'
import { inputFlag } from '../input-flag.ts'
import { inputValues } from '../input-values.ts'
import { parseFlags } from '../parse-flags.ts'

const inputs = inputsOf('audit-record').filter(({ name }) => name === 'model')

const flags: CliCommand['flags'] = [
  { name: 'policy', kind: 'value', description: 'The policy: a file of its own. Default: what the settings say' },
  { name: 'evidence', kind: 'value', description: 'check: folder of the evidence. Default: the output folder' },
  ...inputs.map(inputFlag),
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'json', kind: 'switch', description: 'Print the policy, or the decision and what it rests on, as JSON' },
  { name: 'quiet', kind: 'switch', description: 'check: print the verdict only' },
]

export const policy: CliCommand = {
  name: 'policy',
  summary: 'Read the policy as sentences, or decide by it without signing',
  synopsis: 'explain|check [--policy FILE] [--evidence DIR]',
  examples: ['proofmark policy explain', 'proofmark policy check --evidence .proofmark'],
  flags,
  async run(args) {
    const given = parseFlags(args, flags)
    const last = (flag: string) => given.values.get(flag)?.at(-1)
    const [what, ...others] = given.positionals
    if ((what !== 'explain' && what !== 'check') || others.length > 0)
      throw new UserError(
        'policy.what',
        `Expected explain or check but found ${given.positionals.join(' ') || 'nothing'}`,
        {
          hint: 'proofmark policy explain, or proofmark policy check',
        },
      )
    const json = given.values.has('json')
    const place = locate(process.cwd(), last('config'))
    const log = terminalLog(process.stderr, { quiet: json || given.values.has('quiet') })
    const ports = await composeHere(place, log)
    const named = last('policy')
    const text = place.config === undefined ? undefined : await ports.files.readText(place.config)
    const here = readSettings({
      command: 'audit-record',
      ...(place.config === undefined || text === undefined ? {} : { file: { name: place.config, text } }),
      inputs: inputValues(inputs, { ...given, positionals: [] }),
      nameInput: input => `--${input.flag ?? input.name}`,
      rebase: place.rebase,
    })
    const { configPath } = place
    const target = configPath === undefined ? undefined : mergeTarget(ports)
    const bar = target && configPath !== undefined ? await takeBar(here, configPath, target) : ownBar(here)
    const request = { command: 'audit-record', configPath, policy: named && place.rebase(named) } as const
    const { settings, policyAt } = await takePolicy(bar, request, ports)
    if (what === 'explain') {
      const { policy } = settings
      const where = policyAt?.uri ?? `${place.config ?? 'the default'}#policy`
      if (json) process.stdout.write(`${JSON.stringify(policy, null, 2)}\n`)
      else printLines(process.stdout, policyLines(policySentences(policy), where, policyDigest(policy, ports.sha256)))
      return 0
    }
    const evidence = last('evidence')
    const out = place.out(undefined)
    const { input, decision } = await checkPolicy(
      settings,
      { evidence: evidence === undefined ? out : place.rebase(evidence), out },
      ports,
    )
    log.done()
    if (json) process.stdout.write(`${JSON.stringify(decisionDocument(input, decision), null, 2)}\n`)
    else if (given.values.has('quiet')) process.stdout.write(`${decisionLine(decision)}\n`)
    else printLines(process.stdout, decisionLines(decision))
    return exitCode(decision.verdict, [])
  },
}
