import { promote as promoteModel } from '../../commands/promote.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'
import { OUTPUT_FLAGS, PROMOTION_FLAGS } from '../promotion/flags.ts'
import { LOG_FLAGS } from '../promotion/log-of.ts'
import { printPromotion } from '../promotion/print-promotion.ts'
import { incomplete, worldOf } from '../promotion/world-of.ts'

const SYNOPSIS = 'CERTIFICATE --to TARGET --model FILE… --key FILE'
const flags: CliCommand['flags'] = [
  ...PROMOTION_FLAGS,
  { name: 'model', kind: 'list', description: 'The model as it lies here: files, folders or * globs' },
  {
    name: 'from',
    kind: 'value',
    description: 'Model id that the target must point at now, nothing, or what stands there without a pointer',
  },
  { name: 'reason', kind: 'value', description: 'Why; it stands in the pointer and in the log' },
  ...LOG_FLAGS,
  ...OUTPUT_FLAGS,
]

export const promote: CliCommand = {
  name: 'promote',
  summary: 'Point production at a certified model, after verifying it where it will be served from',
  synopsis: SYNOPSIS,
  examples: [
    'proofmark promote certificate.sigstore.json --to folder:/srv/models/credit --model model.joblib --key proofmark.pub',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags)
    const usage = `proofmark promote ${SYNOPSIS}`
    const [certificate] = parsed.positionals
    const model = parsed.values.get('model') ?? []
    if (certificate === undefined || parsed.positionals.length > 1)
      throw incomplete(`one certificate but found ${parsed.positionals.length}`, usage)
    if (model.length === 0) throw incomplete('--model to name the model but found nothing', usage)
    const world = await worldOf(parsed, usage)
    const [from, reason] = [parsed.values.get('from')?.at(-1), parsed.values.get('reason')?.at(-1)]
    const given = { certificate: world.rebase(certificate), model: model.map(world.rebase), from, reason }
    const promotion = await promoteModel(given, world)
    world.done()
    return printPromotion(promotion, parsed)
  },
}
