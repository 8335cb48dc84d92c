import type { Leaf } from '../../core/record/log/leaf.ts'
import type { Pointer } from '../../core/record/promotion/pointer.ts'
import { pointerLeaf } from '../../core/record/promotion/pointer-leaf.ts'
import { isMove } from './moves-of.ts'
import type { PromotionWorld } from './promotion-world.ts'
import { pointing } from './read-standing.ts'
import { verifyAtTarget } from './verify-at-target.ts'

/**
 * Logs what a target points at where an earlier run pointed it there and did not get to logging it. Anybody who can write to the target
 * could have written such a pointer, so it is logged only where its certificate holds: `believed` is the one that was verified
 * already. Says what was done, or what is wrong.
 */
export async function repairLog(
  pointer: Pointer | undefined,
  text: string | undefined,
  leaves: readonly Leaf[],
  believed: string | undefined,
  world: PromotionWorld,
): Promise<string | undefined> {
  const { recordLog, target, ports } = world
  if (!recordLog || pointer === undefined || text === undefined) return undefined
  const leaf = pointerLeaf(pointer, ports.sha256(text))
  if (leaves.some(({ document }) => document === leaf.document)) {
    const last = leaves.findLast(one => isMove(one) && one.target === target.name)
    return last?.document === leaf.document
      ? undefined
      : `${target.name} points at ${pointing(pointer)}, which is not the log’s last word: somebody pointed it back by other means`
  }
  const holds =
    pointer.to === null ||
    pointer.to.certificate === believed ||
    (await verifyAtTarget(pointer.to, world))?.outcome === 'verified'
  if (!holds)
    return `${target.name} points at ${pointing(pointer)}, which is not in the log and cannot be verified here`
  await recordLog.append(leaf, text)
  return `Repaired the log: ${target.name} points at ${pointing(pointer)}, which had not been logged`
}
