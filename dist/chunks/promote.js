import { C as CERTIFICATE_EXTENSION } from './read-statement.js';
import { p as promotionStep, a as pointing, r as readStanding } from './read-standing.js';
import { f as findRevocation } from './find-revocation.js';
import { k as keyHint } from './key-hint.js';
import { P as POINTER_SCHEMA } from './pointer.js';
import { i as isMove, v as verifyAtTarget, c as pinned, r as revokedStep, s as storedStep, t as tellMoves, f as flip, d as concludePromotion } from './promotion.js';
import { M as MAX_BUNDLE_BYTES } from './bundle.js';
import { i as instant } from './instant.js';
import { U as UserError } from './user-error.js';
import { p as pointerLeaf, c as certificateIn, a as certifiedModel } from './pointer-leaf.js';

/**
 * Whether production still points at the champion that the certificate compares its model with, where both are versions of one registered
 * model: else nobody knows that the model is no worse than what it would replace. `there` is the address of the version that production
 * points at: `models:/credit/7`. Undefined where there is nothing to compare.
 */
function baselineStep(
  certificate             ,
  there                    ,
  target        ,
)                            {
  const stands = versionIn(there);
  if (!stands) return undefined
  const champions = certificate.predicate[CERTIFICATE_EXTENSION].data
    .filter(({ role }) => role === 'champion')
    .flatMap(({ origin }) => versionIn(origin?.model ?? origin?.pinned) ?? [])
    .filter(({ name }) => name === stands.name);
  if (champions.length === 0) return undefined
  const other = champions.find(({ version }) => version !== stands.version);
  return other === undefined
    ? promotionStep(
        'baseline',
        'passed',
        `${target} points at version ${stands.version}, which the model was compared with`,
      )
    : promotionStep(
        'baseline',
        'inconclusive',
        `Expected ${target} to point at version ${other.version}, which the model was compared with, but it points at version ${stands.version}`,
        'Certify the model again, so that it is compared with what production points at now',
      )
}

/** The version of a registered model that an address begins with. */
function versionIn(address                    )                                                                  {
  const [, name, version] = /^models:\/([^/]+)\/([1-9]\d{0,17})(?:\/|$)/.exec(address ?? '') ?? [];
  return name === undefined || version === undefined ? undefined : { name, version }
}

/**
 * Logs what a target points at where an earlier run pointed it there and did not get to logging it. Anybody who can write to the target
 * could have written such a pointer, so it is logged only where its certificate holds: `believed` is the one that was verified
 * already. Says what was done, or what is wrong.
 */
async function repairLog(
  pointer                     ,
  text                    ,
  leaves                 ,
  believed                    ,
  world                ,
)                              {
  const { recordLog, target, ports } = world;
  if (!recordLog || pointer === undefined || text === undefined) return undefined
  const leaf = pointerLeaf(pointer, ports.sha256(text));
  if (leaves.some(({ document }) => document === leaf.document)) {
    const last = leaves.findLast(one => isMove(one) && one.target === target.name);
    return last?.document === leaf.document
      ? undefined
      : `${target.name} points at ${pointing(pointer)}, which is not the log’s last word: somebody pointed it back by other means`
  }
  const holds =
    pointer.to === null ||
    pointer.to.certificate === believed ||
    (await verifyAtTarget(pointer.to, world))?.outcome === 'verified';
  if (!holds)
    return `${target.name} points at ${pointing(pointer)}, which is not in the log and cannot be verified here`
  await recordLog.append(leaf, text);
  return `Repaired the log: ${target.name} points at ${pointing(pointer)}, which had not been logged`
}

/**
 * Points production at a certified model. In this order: the certificate is verified against the bytes here and looked up among the
 * log's revocations; production must point at the champion that it was compared with; the model is brought to the target and hashed as it lies there; production is pointed at it if it still points
 * where it did; pointer and bytes are read back; and the log is told. Whatever is not known stops it. Throws only for what the user
 * or the environment must mend before production was touched.
 */
async function promote(options                , world                )                     {
  const { target, recordLog, ports } = world;
  const steps                  = [];
  const notes           = [];
  const text = await ports.files.readText(options.certificate, { maxBytes: MAX_BUNDLE_BYTES });
  const files = pinned(ports.files, new Map([[options.certificate, text]]));
  const verification = await world.verify(options, { ...ports, files });
  const stop = (outcome                      , pointer          , ended        = { steps: [] }) =>
    concludePromotion({
      ...ended,
      outcome,
      target: target.name,
      steps: [...steps, ...ended.steps],
      verification,
      pointer,
      notes,
    });

  const verified = verifyStep(verification);
  steps.push(verified);
  const certificate = certificateIn(verification);
  if (verified.status !== 'passed' || !certificate)
    return stop(verification.outcome === 'refused' ? 'refused' : 'unverifiable')
  const model = await certifiedModel(certificate, { path: options.certificate, text, model: options.model }, ports);
  const to                 = { name: model.name, id: model.id, certificate: model.certificate };

  const log = await recordLog?.read(['revocation']);
  if (log) {
    const asked = { sha256: to.certificate, modelId: to.id, key: keyHint(text) };
    const step = revokedStep(findRevocation(log.leaves, log.documents, asked), world);
    steps.push(step);
    if (step.status !== 'passed') return stop('refused')
  }

  const stood = await readStanding(target, options.from);
  steps.push(stood.step);
  if (stood.step.status !== 'passed') return stop('conflict')
  const repaired = await repairLog(stood.pointer, stood.standing.pointer, log?.leaves ?? [], to.certificate, world);
  if (repaired !== undefined) notes.push(repaired);
  const from = stood.pointer?.to ?? null;
  if (options.from !== undefined && stood.standing.foreign?.name === undefined) {
    const step = fromStep(options.from, from, target.name);
    steps.push(step);
    if (step.status !== 'passed') return stop('conflict', stood.pointer)
  }

  const there = from?.id === to.id && from.certificate === to.certificate;
  if (!there && options.kind !== 'demotion') {
    const step = baselineStep(certificate, stood.standing.address, target.name);
    if (step) steps.push(step);
    if (step && step.status !== 'passed') return stop('conflict', stood.pointer)
  }

  const certified = { id: model.id, files: new Map(model.files.map(file => [file.name, file.sha256])) };
  if (!there) {
    await target.place(model);
    steps.push(promotionStep('place', 'passed', `${model.name} and its certificate are at ${target.name}`));
  }
  const stored = storedStep('stored', await target.stored(model.id), certified, target, ports.sha256);
  steps.push(stored);
  if (stored.status !== 'passed') return stop('refused', stood.pointer)
  if (there && stood.pointer) {
    const told = await tellMoves([{ pointer: stood.pointer, certified: true, again: true }], world);
    return stop('already-there', stood.pointer, told)
  }

  const pointer          = {
    schema: POINTER_SCHEMA,
    kind: options.kind ?? 'promotion',
    target: target.name,
    to,
    from,
    ...(options.reason === undefined ? {} : { reason: options.reason }),
    ...(world.by === undefined ? {} : { by: world.by }),
    at: instant(ports.now()),
    ...(ports.context.url === undefined ? {} : { run: ports.context.url }),
  };
  const flipped = await flip(pointer, stood.standing, certified, world);
  return stop(flipped.outcome, pointer, flipped)
}

function verifyStep({ outcome, steps }              )                {
  const broken = steps.find(({ status }) => status !== 'passed');
  const status = ({ verified: 'passed', refused: 'failed', unverifiable: 'inconclusive' }         )[outcome];
  // A verification that asked nothing found nothing wrong.
  if (status === 'passed' && !broken && steps.length > 0)
    return promotionStep('verify', 'passed', steps.map(({ title }) => title).join('; '))
  return promotionStep(
    'verify',
    status === 'passed' ? 'inconclusive' : status,
    broken?.reason ?? 'Expected a certificate to verify but nothing was asked of it',
    broken?.hint,
  )
}

function fromStep(expected        , found                       , target        )                {
  if (expected !== 'nothing' && !/^[0-9a-f]{64}$/.test(expected))
    throw new UserError('promotion.from', `Expected a model id or 'nothing' but found '${expected}'`, {
      hint: '`proofmark status --json` shows the model id that each target points at',
    })
  const id = found?.id ?? 'nothing';
  return id === expected
    ? promotionStep('from', 'passed', `${target} points at ${id}, as expected`)
    : promotionStep('from', 'inconclusive', `Expected ${target} to point at ${expected} but it points at ${id}`)
}

export { promote as p, repairLog as r };
