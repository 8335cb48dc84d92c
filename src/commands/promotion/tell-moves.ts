import { promotionStep } from '../../core/record/promotion/promotion-step.ts'
import type { ToldPromotion } from '../../ports.ts'
import { tellRecipients } from '../tell-recipients.ts'
import { againHint } from './again-hint.ts'
import { messageOf } from './message-of.ts'
import type { Ended } from './promotion.ts'
import type { PromotionWorld } from './promotion-world.ts'

type Move = Pick<ToldPromotion, 'pointer' | 'certified' | 'again'>

/**
 * Tells everybody of pointers that were written, in their order. What production points at stands whoever could not be told. There is no
 * step where all were told, or nobody was to be.
 */
export async function tellMoves(
  moves: readonly Move[],
  { connections = {}, ports }: Pick<PromotionWorld, 'connections' | 'ports'>,
): Promise<Ended> {
  const errors: unknown[] = []
  for (const move of moves)
    errors.push(
      ...(await tellRecipients(connections, async () => ({ kind: 'promotion', ...move, at: ports.now() }), ports).catch(
        error => [error],
      )),
    )
  const [error] = errors
  const last = moves.at(-1)
  if (error === undefined || last === undefined) return { steps: [] }
  const { kind } = last.pointer
  const step = promotionStep(
    'tell',
    'inconclusive',
    `Expected to tell everybody of the ${kind}, which stands, but could not: ${messageOf(error)}`,
    againHint(last.pointer, 'tells'),
  )
  return { steps: [step], error }
}
