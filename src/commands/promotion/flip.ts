import { type CertifiedModel, type Pointer, pointerText } from '../../core/record/promotion/pointer.ts'
import { type PromotionStep, promotionStep } from '../../core/record/promotion/promotion-step.ts'
import { storedStep } from '../../core/record/promotion/stored-step.ts'
import type { Standing } from '../../ports/promotion-target.ts'
import { logPointers } from './log-pointers.ts'
import { messageOf } from './message-of.ts'
import type { Ended, PromotionOutcome } from './promotion.ts'
import type { PromotionWorld } from './promotion-world.ts'
import { pointing, readStanding } from './read-standing.ts'
import { tellMoves } from './tell-moves.ts'

/** The model that production is to point at, with its files by SHA-256. */
export interface Aimed {
  readonly id: string
  readonly files: ReadonlyMap<string, string>
}

/** A pointer that the target has taken; `certified` where the model that it points at was read back. */
interface Written {
  readonly pointer: Pointer
  readonly text: string
  readonly certified?: boolean
}

interface Flipped extends Ended {
  readonly outcome: PromotionOutcome
}

/** Points production elsewhere, if it stands as it stood; reads back that it is so and that the bytes are; logs what was done, and tells it. */
export async function flip(
  pointer: Pointer,
  expected: Standing,
  aimed: Aimed | undefined,
  world: PromotionWorld,
): Promise<Flipped> {
  const { target } = world
  const text = pointerText(pointer)
  if ((await target.point(text, expected)) === 'conflict') return { outcome: 'conflict', steps: [await faster(world)] }
  const pointed = promotionStep('point', 'passed', `${target.name} points at ${pointing(pointer)}`)
  const readBack = await readBackStep(text, aimed, world)
  const certified = readBack.status === 'passed'
  const written: Written[] = [{ pointer, text, certified }]
  const steps: PromotionStep[] = [pointed, readBack]
  let outcome: PromotionOutcome = pointer.kind === 'promotion' ? 'promoted' : 'demoted'
  if (readBack.status === 'failed') {
    const undone = await undo(pointer, text, world)
    steps.push(undone.step)
    written.push(...undone.written)
    outcome = 'undone'
  } else if (readBack.status === 'inconclusive') outcome = 'conflict'
  const logged = await logPointers(written, world)
  // What somebody else has overwritten is not where production points.
  const told = await tellMoves(outcome === 'conflict' ? [] : written, world)
  const error = logged.error ?? told.error
  return {
    outcome: logged.step.status === 'passed' || outcome === 'undone' ? outcome : 'not-logged',
    steps: [...steps, logged.step, ...told.steps],
    ...(error === undefined ? {} : { error }),
  }
}

async function faster({ target }: PromotionWorld): Promise<PromotionStep> {
  const { pointer, standing } = await readStanding(target)
  const there = pointer === undefined ? standing.foreign?.words : pointing(pointer)
  return promotionStep(
    'point',
    'inconclusive',
    `Expected ${target.name} to stand as it stood but somebody was faster: ${
      there === undefined ? 'it was written to meanwhile' : `it points at ${there}`
    }`,
    'See whether that is what production should point at; if not, run again',
  )
}

async function readBackStep(text: string, aimed: Aimed | undefined, { target, ports }: PromotionWorld) {
  const { standing, pointer } = await readStanding(target)
  if (standing.pointer !== text)
    return promotionStep(
      'read-back',
      'inconclusive',
      `Expected to read back from ${target.name} what was written but found ${
        pointer === undefined ? 'something else' : `that it points at ${pointing(pointer)}`
      }`,
      'Somebody else writes there; look at `proofmark status`',
    )
  if (aimed === undefined) return promotionStep('read-back', 'passed', `${target.name} points at nothing`)
  return storedStep('read-back', await target.stored(aimed.id), aimed, target, ports.sha256)
}

/** Points production back at what it pointed at before: the bytes are not the certified ones, whoever changed them. */
async function undo(pointer: Pointer, text: string, { target, ports, by }: PromotionWorld) {
  const back: Pointer = {
    ...pointerTo(pointer.from, pointer, 'demotion'),
    at: `${ports.now().toISOString().slice(0, 19)}Z`,
    reason: 'The bytes at the target changed while it was promoted',
    ...(by === undefined ? {} : { by }),
  }
  const undone = pointerText(back)
  try {
    const standing = await target.current()
    if (standing.pointer === text && (await target.point(undone, standing)) === 'done')
      return {
        step: promotionStep('undo', 'passed', `${target.name} points at ${pointing(back)}`),
        // Nothing is certified enough; what was there before was not asked again.
        written: [{ pointer: back, text: undone, ...(back.to === null ? { certified: true } : {}) }],
      }
    return { step: failedUndo(`${target.name} has been written to meanwhile`), written: [] }
  } catch (error) {
    return { step: failedUndo(messageOf(error)), written: [] }
  }
}

const failedUndo = (why: string) =>
  promotionStep(
    'undo',
    'failed',
    `Expected to point production back but could not: ${why}`,
    'Production may point at bytes that nobody certified: stop using it now',
  )

/** A pointer to another model at the same target. */
export const pointerTo = (
  to: CertifiedModel | null,
  { schema, target, to: from, run }: Pointer,
  kind: Pointer['kind'],
) => ({
  schema,
  kind,
  target,
  to,
  from,
  ...(run === undefined ? {} : { run }),
})
