import { findRevocation } from '../../core/record/promotion/find-revocation.ts'
import { keyHint } from '../../core/record/promotion/key-hint.ts'
import { type CertifiedModel, POINTER_SCHEMA, type Pointer } from '../../core/record/promotion/pointer.ts'
import { promotionStep } from '../../core/record/promotion/promotion-step.ts'
import { instant } from '../../core/record/statement/instant.ts'
import type { ReadRecord } from '../../ports/record-log.ts'
import { type Aimed, flip } from '../promotion/flip.ts'
import { movesOf } from '../promotion/moves-of.ts'
import { concludePromotion, type Promotion } from '../promotion/promotion.ts'
import type { PromotionWorld } from '../promotion/promotion-world.ts'
import { revokedStep } from '../promotion/revoked-step.ts'
import { verifyAtTarget } from '../promotion/verify-at-target.ts'
import type { Judged } from './judge-target.ts'

/** Models of the log that are tried, the newest. */
const TRIED = 5
const MAX_REASON = 500

interface Back {
  readonly to: CertifiedModel | null
  readonly aimed: Aimed | undefined
}

/**
 * Points a target back at the newest model that it pointed at by the log and that is certified now: its certificate, its bytes as they
 * lie there, its revocation are asked again. A tag of the target's is never asked what was there before. Undefined where there is none.
 */
export async function revertTarget(
  { standing, pointer: stood, found }: Judged,
  log: ReadRecord,
  world: PromotionWorld,
): Promise<Promotion | undefined> {
  const { target, ports, by } = world
  const back = await findBack(standing.pointer, log, world)
  if (!back) return undefined
  const pointer: Pointer = {
    schema: POINTER_SCHEMA,
    kind: 'demotion',
    target: target.name,
    to: back.to,
    from: stood?.to ?? null,
    reason: `proofmark watch: ${found}`.slice(0, MAX_REASON),
    ...(by === undefined ? {} : { by }),
    at: instant(ports.now()),
    ...(ports.context.url === undefined ? {} : { run: ports.context.url }),
  }
  const verified = promotionStep(
    'verify',
    'passed',
    back.to === null
      ? 'By the log, nothing is to be there'
      : `${back.to.name}, which the log has before, was verified again, as it lies at ${target.name}`,
  )
  const { outcome, steps, error } = await flip(pointer, standing, back.aimed, world)
  return concludePromotion({
    outcome,
    target: target.name,
    steps: [verified, ...steps],
    pointer,
    notes: [],
    ...(error === undefined ? {} : { error }),
  })
}

async function findBack(
  standing: string | undefined,
  { leaves, documents }: ReadRecord,
  world: PromotionWorld,
): Promise<Back | undefined> {
  const { target, ports } = world
  const wrong = standing === undefined ? undefined : `sha256:${ports.sha256(standing)}`
  const tried = new Set<string>()
  for (const { leaf, pointer } of movesOf(target.name, leaves, documents)) {
    if (leaf.document === wrong || pointer === undefined || pointer.target !== target.name) continue
    const { to } = pointer
    if (to === null) return tried.size === 0 ? { to, aimed: undefined } : undefined
    const key = `${to.id} ${to.certificate}`
    if (tried.has(key)) continue
    if (tried.size === TRIED) return undefined
    tried.add(key)
    const verified = await verifyAtTarget(to, world)
    if (verified?.outcome !== 'verified' || verified.steps.length === 0) continue
    const signed = keyHint((await target.certificate(to.certificate)) ?? '')
    const asked = { sha256: to.certificate, modelId: to.id, key: signed }
    if (revokedStep(findRevocation(leaves, documents, asked), world).status !== 'passed') continue
    return { to, aimed: { id: to.id, files: verified.files } }
  }
  return undefined
}
