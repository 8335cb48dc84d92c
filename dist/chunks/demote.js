import { f as findRevocation } from './find-revocation.js';
import { k as keyHint } from './key-hint.js';
import { P as POINTER_SCHEMA } from './pointer.js';
import { r as readStanding, p as promotionStep } from './read-standing.js';
import { i as instant } from './instant.js';
import { U as UserError } from './user-error.js';
import { t as tellMoves, v as verifyAtTarget, r as revokedStep, f as flip, d as concludePromotion } from './promotion.js';
import { r as repairLog, p as promote } from './promote.js';
import { p as parseFlags } from './parse-flags.js';
import { P as PROMOTION_FLAGS, O as OUTPUT_FLAGS } from './flags.js';
import { L as LOG_FLAGS } from './log-of.js';
import { p as printPromotion } from './print-promotion.js';
import { i as incomplete, w as worldOf } from './world-of.js';

/**
 * Points production back: at the model it pointed at before, which must still be certified, unrevoked, valid and whole at the target,
 * or at nothing. To take it back to a model that lies here, `promote` it with the kind `demotion`.
 */
async function demote$1(options               , world                )                     {
  const { target, recordLog, ports } = world;
  const steps                  = [];
  const notes           = [];
  const stop = (outcome                      , pointer          , ended        = { steps: [] }) =>
    concludePromotion({ ...ended, outcome, target: target.name, steps: [...steps, ...ended.steps], pointer, notes });
  const stood = await readStanding(target);
  steps.push(stood.step);
  if (stood.step.status !== 'passed') return stop('conflict')
  const log = await recordLog?.read(['revocation']);
  const repaired = await repairLog(stood.pointer, stood.standing.pointer, log?.leaves ?? [], undefined, world);
  if (repaired !== undefined) notes.push(repaired);
  const from = stood.pointer?.to ?? null;
  if (from === null) {
    const there = stood.pointer === undefined ? [] : [{ pointer: stood.pointer, certified: true, again: true }];
    return stop('already-there', stood.pointer, await tellMoves(there, world))
  }

  const to = options.back === 'nothing' ? null : (stood.pointer?.from ?? null);
  if (to === null && options.back === 'previous')
    throw new UserError(
      'promotion.no-previous',
      `Expected a model before ${from.name} at ${target.name} but found none`,
      {
        hint: 'Give the certificate and the files of another model, or --nothing to point production at no model',
      },
    )
  let aimed;                                                                
  if (to !== null) {
    const verified = await verifyAtTarget(to, world);
    if (!verified)
      throw new UserError(
        'promotion.previous-gone',
        `Expected ${target.name} to keep ${to.name} and its certificate, to verify them again, but it does not`,
        { hint: 'Give its certificate and its files, as for `proofmark promote`' },
      )
    const broken = verified.steps.find(({ status }) => status !== 'passed');
    const revoked =
      log &&
      findRevocation(log.leaves, log.documents, {
        sha256: to.certificate,
        modelId: to.id,
        key: keyHint((await target.certificate(to.certificate)) ?? ''),
      });
    steps.push(
      broken
        ? promotionStep('verify', broken.status, broken.reason, broken.hint)
        : promotionStep('verify', 'passed', `${to.name} was verified again, as it lies at ${target.name}`),
      ...(log ? [revokedStep(revoked, world)] : []),
    );
    if (steps.some(({ status }) => status !== 'passed'))
      return {
        ...stop(verified.outcome === 'unverifiable' ? 'unverifiable' : 'refused', stood.pointer),
        verification: verified,
      }
    aimed = { id: to.id, files: verified.files };
  }
  const pointer          = {
    schema: POINTER_SCHEMA,
    kind: 'demotion',
    target: target.name,
    to,
    from,
    reason: options.reason,
    ...(world.by === undefined ? {} : { by: world.by }),
    at: instant(ports.now()),
    ...(ports.context.url === undefined ? {} : { run: ports.context.url }),
  };
  const flipped = await flip(pointer, stood.standing, aimed, world);
  return stop(flipped.outcome, pointer, flipped)
}

const SYNOPSIS = '[CERTIFICATE --model FILE…] --to TARGET --key FILE --reason TEXT [--nothing]';
const flags                      = [
  ...PROMOTION_FLAGS,
  { name: 'reason', kind: 'value', description: 'Why; it stands in the pointer and in the log' },
  { name: 'nothing', kind: 'switch', description: 'Point production at no model' },
  { name: 'model', kind: 'list', description: 'With a certificate: the model to go back to, as it lies here' },
  ...LOG_FLAGS,
  ...OUTPUT_FLAGS,
];

const demote             = {
  name: 'demote',
  summary: 'Point production back at the certified model before, or at nothing',
  synopsis: SYNOPSIS,
  examples: [
    'proofmark demote --to folder:/srv/models/credit --key proofmark.pub --reason INC-42',
    'proofmark demote --to tag:credit-default#prod --key proofmark.pub --reason INC-42 --nothing',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const usage = `proofmark demote ${SYNOPSIS}`;
    const { values, positionals } = parsed;
    const reason = values.get('reason')?.at(-1);
    if (reason === undefined || reason.trim() === '') throw incomplete('--reason to say why but found nothing', usage)
    const [certificate] = positionals;
    const model = values.get('model') ?? [];
    if (positionals.length > 1 || (certificate === undefined) !== (model.length === 0))
      throw incomplete('a certificate and --model together, or neither', usage)
    if (certificate !== undefined && values.has('nothing'))
      throw incomplete('a certificate or --nothing but found both', usage)
    const world = await worldOf(parsed, usage);
    const demotion =
      certificate === undefined
        ? await demote$1({ back: values.has('nothing') ? 'nothing' : 'previous', reason }, world)
        : await promote(
            { certificate: world.rebase(certificate), model: model.map(world.rebase), reason, kind: 'demotion' },
            world,
          );
    world.done();
    return printPromotion(demotion, parsed)
  },
};

export { demote };
