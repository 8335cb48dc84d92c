import { findRevocation } from '../core/record/promotion/find-revocation.ts'
import { keyHint } from '../core/record/promotion/key-hint.ts'
import { POINTER_SCHEMA, type Pointer } from '../core/record/promotion/pointer.ts'
import { type PromotionStep, promotionStep } from '../core/record/promotion/promotion-step.ts'
import { instant } from '../core/record/statement/instant.ts'
import { UserError } from '../core/user-error.ts'
import { flip } from './promotion/flip.ts'
import { concludePromotion, type Ended, type Promotion } from './promotion/promotion.ts'
import type { PromotionWorld } from './promotion/promotion-world.ts'
import { readStanding } from './promotion/read-standing.ts'
import { repairLog } from './promotion/repair-log.ts'
import { revokedStep } from './promotion/revoked-step.ts'
import { tellMoves } from './promotion/tell-moves.ts'
import { verifyAtTarget } from './promotion/verify-at-target.ts'

export interface DemoteOptions {
  /** `previous`: the model before, verified again where the target keeps it; `nothing`: production points at no model. */
  readonly back: 'previous' | 'nothing'
  readonly reason: string
}

/**
 * Points production back: at the model it pointed at before, which must still be certified, unrevoked, valid and whole at the target,
 * or at nothing. To take it back to a model that lies here, `promote` it with the kind `demotion`.
 */
export async function demote(options: DemoteOptions, world: PromotionWorld): Promise<Promotion> {
  const { target, recordLog, ports } = world
  const steps: PromotionStep[] = []
  const notes: string[] = []
  const stop = (outcome: Promotion['outcome'], pointer?: Pointer, ended: Ended = { steps: [] }) =>
    concludePromotion({ ...ended, outcome, target: target.name, steps: [...steps, ...ended.steps], pointer, notes })
  const stood = await readStanding(target)
  steps.push(stood.step)
  if (stood.step.status !== 'passed') return stop('conflict')
  const log = await recordLog?.read(['revocation'])
  const repaired = await repairLog(stood.pointer, stood.standing.pointer, log?.leaves ?? [], undefined, world)
  if (repaired !== undefined) notes.push(repaired)
  const from = stood.pointer?.to ?? null
  if (from === null) {
    const there = stood.pointer === undefined ? [] : [{ pointer: stood.pointer, certified: true, again: true }]
    return stop('already-there', stood.pointer, await tellMoves(there, world))
  }

  const to = options.back === 'nothing' ? null : (stood.pointer?.from ?? null)
  if (to === null && options.back === 'previous')
    throw new UserError(
      'promotion.no-previous',
      `Expected a model before ${from.name} at ${target.name} but found none`,
      {
        hint: 'Give the certificate and the files of another model, or --nothing to point production at no model',
      },
    )
  let aimed: { id: string; files: ReadonlyMap<string, string> } | undefined
  if (to !== null) {
    const verified = await verifyAtTarget(to, world)
    if (!verified)
      throw new UserError(
        'promotion.previous-gone',
        `Expected ${target.name} to keep ${to.name} and its certificate, to verify them again, but it does not`,
        { hint: 'Give its certificate and its files, as for `proofmark promote`' },
      )
    const broken = verified.steps.find(({ status }) => status !== 'passed')
    const revoked =
      log &&
      findRevocation(log.leaves, log.documents, {
        sha256: to.certificate,
        modelId: to.id,
        key: keyHint((await target.certificate(to.certificate)) ?? ''),
      })
    steps.push(
      broken
        ? promotionStep('verify', broken.status, broken.reason, broken.hint)
        : promotionStep('verify', 'passed', `${to.name} was verified again, as it lies at ${target.name}`),
      ...(log ? [revokedStep(revoked, world)] : []),
    )
    if (steps.some(({ status }) => status !== 'passed'))
      return {
        ...stop(verified.outcome === 'unverifiable' ? 'unverifiable' : 'refused', stood.pointer),
        verification: verified,
      }
    aimed = { id: to.id, files: verified.files }
  }
  const pointer: Pointer = {
    schema: POINTER_SCHEMA,
    kind: 'demotion',
    target: target.name,
    to,
    from,
    reason: options.reason,
    ...(world.by === undefined ? {} : { by: world.by }),
    at: instant(ports.now()),
    ...(ports.context.url === undefined ? {} : { run: ports.context.url }),
  }
  const flipped = await flip(pointer, stood.standing, aimed, world)
  return stop(flipped.outcome, pointer, flipped)
}
