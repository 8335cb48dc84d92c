import { type Pointer, readPointer } from '../../core/record/promotion/pointer.ts'
import { type PromotionStep, promotionStep } from '../../core/record/promotion/promotion-step.ts'
import type { Foreign, PromotionTarget, Standing } from '../../ports/promotion-target.ts'

/** Where production points, understood. */
export interface Stood {
  readonly standing: Standing
  /** Undefined where production has never been pointed anywhere. */
  readonly pointer: Pointer | undefined
  readonly step: PromotionStep
}

/**
 * Reads where a target points. What is none of ours stops everything: we would overwrite what we do not understand. `replacing` names
 * what may be, as whoever asks knows it.
 */
export async function readStanding(target: PromotionTarget, replacing?: string): Promise<Stood> {
  const standing = await target.current()
  if (standing.foreign) return { standing, pointer: undefined, step: foreignStep(standing.foreign, target, replacing) }
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

function foreignStep({ words, name }: Foreign, target: PromotionTarget, replacing: string | undefined): PromotionStep {
  if (name === undefined || name === replacing)
    return promotionStep('current', 'passed', `${target.name} points at ${words}`)
  return promotionStep(
    'current',
    'inconclusive',
    `Expected a pointer of Proofmark's at ${target.name} but found ${words}`,
    `Find out who did; if a certified model may take its place, promote with --from ${name}`,
  )
}

/** What a pointer points at, in words. */
export function pointing({ to, at, by }: Pointer): string {
  const since = `since ${at}${by === undefined ? '' : `, by ${by}`}`
  return to === null ? `nothing, ${since}` : `${to.name} (${to.id.slice(0, 12)}…), ${since}`
}
