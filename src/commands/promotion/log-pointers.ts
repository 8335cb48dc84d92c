import type { Pointer } from '../../core/record/promotion/pointer.ts'
import { pointerLeaf } from '../../core/record/promotion/pointer-leaf.ts'
import { type PromotionStep, promotionStep } from '../../core/record/promotion/promotion-step.ts'
import { againHint } from './again-hint.ts'
import { messageOf } from './message-of.ts'
import type { PromotionWorld } from './promotion-world.ts'

/** Logs pointers that were written, in their order. What production points at stands whether or not the log can be written. */
export async function logPointers(
  written: readonly { readonly pointer: Pointer; readonly text: string }[],
  { recordLog, ports }: PromotionWorld,
): Promise<{ readonly step: PromotionStep; readonly error?: unknown }> {
  if (!recordLog)
    return {
      step: {
        ...promotionStep('log', 'passed', 'No log is kept here: only the target itself says what was done'),
        title: 'There is no log to tell',
      },
    }
  try {
    for (const { pointer, text } of written) await recordLog.append(pointerLeaf(pointer, ports.sha256(text)), text)
    return { step: promotionStep('log', 'passed', `Logged in ${recordLog.name}`) }
  } catch (error) {
    const last = written.at(-1)
    return {
      step: promotionStep(
        'log',
        'inconclusive',
        `Expected to log in ${recordLog.name} what was done but could not: ${messageOf(error)}`,
        last && againHint(last.pointer, 'logs'),
      ),
      error,
    }
  }
}
