import { p as promote$1 } from './promote.js';
import { p as parseFlags } from './parse-flags.js';
import { P as PROMOTION_FLAGS, O as OUTPUT_FLAGS } from './flags.js';
import { L as LOG_FLAGS } from './log-of.js';
import { p as printPromotion } from './print-promotion.js';
import { i as incomplete, w as worldOf } from './world-of.js';

const SYNOPSIS = 'CERTIFICATE --to TARGET --model FILE… --key FILE';
const flags                      = [
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
];

const promote             = {
  name: 'promote',
  summary: 'Point production at a certified model, after verifying it where it will be served from',
  synopsis: SYNOPSIS,
  examples: [
    'proofmark promote certificate.sigstore.json --to folder:/srv/models/credit --model model.joblib --key proofmark.pub',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const usage = `proofmark promote ${SYNOPSIS}`;
    const [certificate] = parsed.positionals;
    const model = parsed.values.get('model') ?? [];
    if (certificate === undefined || parsed.positionals.length > 1)
      throw incomplete(`one certificate but found ${parsed.positionals.length}`, usage)
    if (model.length === 0) throw incomplete('--model to name the model but found nothing', usage)
    const world = await worldOf(parsed, usage);
    const [from, reason] = [parsed.values.get('from')?.at(-1), parsed.values.get('reason')?.at(-1)];
    const given = { certificate: world.rebase(certificate), model: model.map(world.rebase), from, reason };
    const promotion = await promote$1(given, world);
    world.done();
    return printPromotion(promotion, parsed)
  },
};

export { promote };
