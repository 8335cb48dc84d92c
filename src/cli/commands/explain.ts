import { compose, locate } from '../../compose.ts'
import { GATES } from '../../core/evidence.ts'
import { UserError } from '../../core/user-error.ts'
import { environmentContext } from '../../github/context.ts'
import { printLines } from '../../terminal/print-lines.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const SYNOPSIS = 'ID [--gate GATE] [--json]'
const flags: CliCommand['flags'] = [
  { name: 'gate', kind: 'value', description: `Of which gate: ${GATES.join(', ')}. Default: whichever has it` },
  { name: 'out', kind: 'value', description: 'Folder of evidence to look the id up in. Default: .proofmark' },
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'json', kind: 'switch', description: 'Print it as JSON' },
]

export const explain: CliCommand = {
  name: 'explain',
  summary: 'Tell what a check, a metric, a method or a format means, how it is computed, and how to mend a failure',
  synopsis: SYNOPSIS,
  examples: ['proofmark explain auc', 'proofmark explain applications.age.range', 'proofmark explain psi --json'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags)
    const [asked, ...others] = positionals
    if (asked === undefined || others.length > 0)
      throw new UserError('explain.one', `Expected one id but found ${positionals.length}`, {
        hint: `proofmark explain ${SYNOPSIS}`,
      })
    const one = (name: string) => values.get(name)?.at(-1)
    const gate = GATES.find(each => each === one('gate'))
    if (gate === undefined && values.has('gate'))
      throw new UserError('explain.gate', `Expected --gate to be one of ${GATES.join(', ')} but found '${one('gate')}'`)
    const place = locate(process.cwd(), one('config'))
    const ports = compose(place.root, terminalLog(process.stderr, { quiet: true }), environmentContext(process.env))
    const { explain: explainId } = await import('../../commands/explain.ts')
    const told = await explainId(asked, { out: place.out(one('out')), gate }, ports)
    if (values.has('json')) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`)
    else {
      const { explainLines } = await import('../../report/explain-lines.ts')
      printLines(process.stdout, explainLines(told))
    }
    return 0
  },
}
