import { findRevocation } from '../../core/record/promotion/find-revocation.ts'
import { keyHint } from '../../core/record/promotion/key-hint.ts'
import { type Pointer, readPointer } from '../../core/record/promotion/pointer.ts'
import { pointerLeaf } from '../../core/record/promotion/pointer-leaf.ts'
import type { Verdict } from '../../core/verdict.ts'
import type { Standing } from '../../ports/promotion-target.ts'
import type { ReadRecord } from '../../ports/record-log.ts'
import { isMove } from '../promotion/moves-of.ts'
import type { PromotionWorld } from '../promotion/promotion-world.ts'
import { pointing } from '../promotion/read-standing.ts'
import { revokedStep } from '../promotion/revoked-step.ts'
import { verifyAtTarget } from '../promotion/verify-at-target.ts'

/** What a target points at, judged. */
export interface Judged {
  readonly standing: Standing
  readonly pointer?: Pointer
  readonly verdict: Verdict
  readonly found: string
  readonly hint?: string
}

/**
 * Whether a target points at a model whose certificate holds now: it is signed by somebody trusted, about the bytes as they lie there
 * now, neither expired nor revoked; and whether that is the log's last word on the target.
 */
export async function judgeTarget(world: PromotionWorld, log: ReadRecord | undefined): Promise<Judged> {
  const { target, ports } = world
  const standing = await target.current()
  const told = (verdict: Verdict, found: string, hint?: string): Judged => ({
    standing,
    verdict,
    found,
    ...(hint === undefined ? {} : { hint }),
  })
  const last = log?.leaves.findLast(leaf => isMove(leaf) && leaf.target === target.name)
  if (standing.foreign) return told('failed', `it points at ${standing.foreign.words}`)
  if (standing.pointer === undefined)
    return last?.id === undefined
      ? told('passed', 'it points at nothing')
      : told('failed', `it points at nothing, the log says ${last.model ?? last.id}`)

  const read = readPointer(standing.pointer)
  if ('reason' in read) return told('failed', `it points at what Proofmark did not write: ${read.reason}`)
  const { pointer } = read
  if (pointer.target !== target.name)
    return told('failed', `its pointer was written for ${pointer.target} and copied from there`)
  const at = (verdict: Verdict, found: string, hint?: string): Judged => ({ ...told(verdict, found, hint), pointer })
  const { document } = pointerLeaf(pointer, ports.sha256(standing.pointer))
  const logged = log?.leaves.some(leaf => leaf.document === document) ?? true
  if (logged && last && last.document !== document)
    return at('failed', `it points at ${pointing(pointer)}, which is not the log’s last word`)
  if (pointer.to === null)
    return logged
      ? at('passed', 'it points at nothing')
      : at('inconclusive', 'it points at nothing, and nobody logged that')

  const { name } = pointer.to
  const verified = await verifyAtTarget(pointer.to, world)
  if (!verified) return at('failed', `it points at ${name}, whose certificate or files are not there`)
  const broken = verified.steps.find(({ status }) => status !== 'passed')
  if (broken) return at(broken.status, `it points at ${name}: ${broken.reason}`, broken.hint)
  if (verified.steps.length === 0)
    return at('inconclusive', `it points at ${name}: nothing was asked of its certificate`)
  if (log) {
    const key = keyHint((await target.certificate(pointer.to.certificate)) ?? '')
    const asked = { sha256: pointer.to.certificate, modelId: pointer.to.id, key }
    const revoked = revokedStep(findRevocation(log.leaves, log.documents, asked), world)
    if (revoked.status !== 'passed') return at(revoked.status, `it points at ${name}: ${revoked.reason}`, revoked.hint)
  }
  return logged
    ? at('passed', `it points at ${pointing(pointer)}, certified and unchanged`)
    : at(
        'inconclusive',
        `it points at ${name}, which is certified but not in the log`,
        'Promote it again: that logs it',
      )
}
