import { demote as demoteModel } from '../../commands/demote.ts'
import { promote } from '../../commands/promote.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'
import { OUTPUT_FLAGS, PROMOTION_FLAGS } from '../promotion/flags.ts'
import { LOG_FLAGS } from '../promotion/log-of.ts'
import { printPromotion } from '../promotion/print-promotion.ts'
import { incomplete, worldOf } from '../promotion/world-of.ts'

const SYNOPSIS = '[CERTIFICATE --model FILE…] --to TARGET --key FILE --reason TEXT [--nothing]'
const flags: CliCommand['flags'] = [
  ...PROMOTION_FLAGS,
  { name: 'reason', kind: 'value', description: 'Why; it stands in the pointer and in the log' },
  { name: 'nothing', kind: 'switch', description: 'Point production at no model' },
  { name: 'model', kind: 'list', description: 'With a certificate: the model to go back to, as it lies here' },
  ...LOG_FLAGS,
  ...OUTPUT_FLAGS,
]

export const demote: CliCommand = {
  name: 'demote',
  summary: 'Point production back at the certified model before, or at nothing',
  synopsis: SYNOPSIS,
  examples: [
    'proofmark demote --to folder:/srv/models/credit --key proofmark.pub --reason INC-42',
    'proofmark demote --to tag:credit-default#prod --key proofmark.pub --reason INC-42 --nothing',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags)
    const usage = `proofmark demote ${SYNOPSIS}`
    const { values, positionals } = parsed
    const reason = values.get('reason')?.at(-1)
    if (reason === undefined || reason.trim() === '') throw incomplete('--reason to say why but found nothing', usage)
    const [certificate] = positionals
    const model = values.get('model') ?? []
    if (positionals.length > 1 || (certificate === undefined) !== (model.length === 0))
      throw incomplete('a certificate and --model together, or neither', usage)
    if (certificate !== undefined && values.has('nothing'))
      throw incomplete('a certificate or --nothing but found both', usage)
    const world = await worldOf(parsed, usage)
    const demotion =
      certificate === undefined
        ? await demoteModel({ back: values.has('nothing') ? 'nothing' : 'previous', reason }, world)
        : await promote(
            { certificate: world.rebase(certificate), model: model.map(world.rebase), reason, kind: 'demotion' },
            world,
          )
    world.done()
    return printPromotion(demotion, parsed)
  },
}
