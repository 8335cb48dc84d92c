import { baselineStep } from '../core/record/promotion/baseline-step.ts'
import { findRevocation } from '../core/record/promotion/find-revocation.ts'
import { keyHint } from '../core/record/promotion/key-hint.ts'
import { type CertifiedModel, POINTER_SCHEMA, type Pointer } from '../core/record/promotion/pointer.ts'
import { type PromotionStep, promotionStep } from '../core/record/promotion/promotion-step.ts'
import { storedStep } from '../core/record/promotion/stored-step.ts'
import { MAX_BUNDLE_BYTES } from '../core/record/statement/bundle.ts'
import { instant } from '../core/record/statement/instant.ts'
import { UserError } from '../core/user-error.ts'
import { certificateIn, certifiedModel } from './promotion/certified-model.ts'
import { pinned } from './promotion/files-at-target.ts'
import { flip } from './promotion/flip.ts'
import { concludePromotion, type Ended, type Promotion } from './promotion/promotion.ts'
import type { PromotionWorld } from './promotion/promotion-world.ts'
import { readStanding } from './promotion/read-standing.ts'
import { repairLog } from './promotion/repair-log.ts'
import { revokedStep } from './promotion/revoked-step.ts'
import { tellMoves } from './promotion/tell-moves.ts'
import type { Verification } from './verify.ts'

export interface PromoteOptions {
  /** Path of the certificate. */
  readonly certificate: string
  /** The model as it lies here: files, folders or globs. */
  readonly model: readonly string[]
  /** What production must point at now: a model id, `nothing`, or what somebody else put there, as the target names it. */
  readonly from?: string | undefined
  readonly reason?: string | undefined
  /** `demotion` where production is taken back to this model. */
  readonly kind?: Pointer['kind'] | undefined
}

/**
 * Points production at a certified model. In this order: the certificate is verified against the bytes here and looked up among the
 * log's revocations; production must point at the champion that it was compared with; the model is brought to the target and hashed as it lies there; production is pointed at it if it still points
 * where it did; pointer and bytes are read back; and the log is told. Whatever is not known stops it. Throws only for what the user
 * or the environment must mend before production was touched.
 */
export async function promote(options: PromoteOptions, world: PromotionWorld): Promise<Promotion> {
  const { target, recordLog, ports } = world
  const steps: PromotionStep[] = []
  const notes: string[] = []
  const text = await ports.files.readText(options.certificate, { maxBytes: MAX_BUNDLE_BYTES })
  const files = pinned(ports.files, new Map([[options.certificate, text]]))
  const verification = await world.verify(options, { ...ports, files })
  const stop = (outcome: Promotion['outcome'], pointer?: Pointer, ended: Ended = { steps: [] }) =>
    concludePromotion({
      ...ended,
      outcome,
      target: target.name,
      steps: [...steps, ...ended.steps],
      verification,
      pointer,
      notes,
    })

  const verified = verifyStep(verification)
  steps.push(verified)
  const certificate = certificateIn(verification)
  if (verified.status !== 'passed' || !certificate)
    return stop(verification.outcome === 'refused' ? 'refused' : 'unverifiable')
  const model = await certifiedModel(certificate, { path: options.certificate, text, model: options.model }, ports)
  const to: CertifiedModel = { name: model.name, id: model.id, certificate: model.certificate }

  const log = await recordLog?.read(['revocation'])
  if (log) {
    const asked = { sha256: to.certificate, modelId: to.id, key: keyHint(text) }
    const step = revokedStep(findRevocation(log.leaves, log.documents, asked), world)
    steps.push(step)
    if (step.status !== 'passed') return stop('refused')
  }

  const stood = await readStanding(target, options.from)
  steps.push(stood.step)
  if (stood.step.status !== 'passed') return stop('conflict')
  const repaired = await repairLog(stood.pointer, stood.standing.pointer, log?.leaves ?? [], to.certificate, world)
  if (repaired !== undefined) notes.push(repaired)
  const from = stood.pointer?.to ?? null
  if (options.from !== undefined && stood.standing.foreign?.name === undefined) {
    const step = fromStep(options.from, from, target.name)
    steps.push(step)
    if (step.status !== 'passed') return stop('conflict', stood.pointer)
  }

  const there = from?.id === to.id && from.certificate === to.certificate
  if (!there && options.kind !== 'demotion') {
    const step = baselineStep(certificate, stood.standing.address, target.name)
    if (step) steps.push(step)
    if (step && step.status !== 'passed') return stop('conflict', stood.pointer)
  }

  const certified = { id: model.id, files: new Map(model.files.map(file => [file.name, file.sha256])) }
  if (!there) {
    await target.place(model)
    steps.push(promotionStep('place', 'passed', `${model.name} and its certificate are at ${target.name}`))
  }
  const stored = storedStep('stored', await target.stored(model.id), certified, target, ports.sha256)
  steps.push(stored)
  if (stored.status !== 'passed') return stop('refused', stood.pointer)
  if (there && stood.pointer) {
    const told = await tellMoves([{ pointer: stood.pointer, certified: true, again: true }], world)
    return stop('already-there', stood.pointer, told)
  }

  const pointer: Pointer = {
    schema: POINTER_SCHEMA,
    kind: options.kind ?? 'promotion',
    target: target.name,
    to,
    from,
    ...(options.reason === undefined ? {} : { reason: options.reason }),
    ...(world.by === undefined ? {} : { by: world.by }),
    at: instant(ports.now()),
    ...(ports.context.url === undefined ? {} : { run: ports.context.url }),
  }
  const flipped = await flip(pointer, stood.standing, certified, world)
  return stop(flipped.outcome, pointer, flipped)
}

function verifyStep({ outcome, steps }: Verification): PromotionStep {
  const broken = steps.find(({ status }) => status !== 'passed')
  const status = ({ verified: 'passed', refused: 'failed', unverifiable: 'inconclusive' } as const)[outcome]
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

function fromStep(expected: string, found: CertifiedModel | null, target: string): PromotionStep {
  if (expected !== 'nothing' && !/^[0-9a-f]{64}$/.test(expected))
    throw new UserError('promotion.from', `Expected a model id or 'nothing' but found '${expected}'`, {
      hint: '`proofmark status --json` shows the model id that each target points at',
    })
  const id = found?.id ?? 'nothing'
  return id === expected
    ? promotionStep('from', 'passed', `${target} points at ${id}, as expected`)
    : promotionStep('from', 'inconclusive', `Expected ${target} to point at ${expected} but it points at ${id}`)
}
