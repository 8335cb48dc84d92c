import { type Pointer, readPointer } from '../../core/record/promotion/pointer.ts'
import { type PromotionStep, promotionStep } from '../../core/record/promotion/promotion-step.ts'
import type { PromotionTarget, Standing } from '../../ports/promotion-target.ts'

/** Where production points, understood. */
export interface Stood {
  readonly standing: Standing
  /** Undefined where production has never been pointed anywhere. */
  readonly pointer: Pointer | undefined
  readonly step: PromotionStep
}

/** Reads where a target points. A pointer that is none of ours stops everything: we would overwrite what we do not understand. */
export async function readStanding(target: PromotionTarget): Promise<Stood> {
  const standing = await target.current()
  if (standing.pointer === undefined)
    return {
      standing,
      pointer: undefined,
      step: promotionStep('current', 'passed', `${target.name} points at nothing yet`),
    }
  const read = readPointer(standing.pointer)
  if ('reason' in read)
    return {
      standing,
      pointer: undefined,
      step: promotionStep(
        'current',
        'inconclusive',
        `Expected a pointer of Proofmark's at ${target.name} but found ${read.reason}`,
        'Find out who wrote it; take it away where production may do without until the next promotion',
      ),
    }
  const { pointer } = read
  if (pointer.target !== target.name)
    return {
      standing,
      pointer: undefined,
      step: promotionStep(
        'current',
        'inconclusive',
        `Expected the pointer of ${target.name} but found one that was written for ${pointer.target}`,
        'Name the target as it was named before, or take the copied pointer away',
      ),
    }
  return {
    standing,
    pointer,
    step: promotionStep('current', 'passed', `${target.name} points at ${pointing(pointer)}`),
  }
}

/** What a pointer points at, in words. */
export function pointing({ to, at, by }: Pointer): string {
  const since = `since ${at}${by === undefined ? '' : `, by ${by}`}`
  return to === null ? `nothing, ${since}` : `${to.name} (${to.id.slice(0, 12)}…), ${since}`
}
