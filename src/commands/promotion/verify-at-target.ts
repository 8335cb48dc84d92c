import type { CertifiedModel } from '../../core/record/promotion/pointer.ts'
import type { Verification } from '../verify.ts'
import { certificateIn } from './certified-model.ts'
import { filesAtTarget } from './files-at-target.ts'
import type { PromotionWorld } from './promotion-world.ts'

/**
 * Verifies a model where the target keeps it, by the certificate that lies beside it; undefined where the target keeps one of them
 * not. The certificate must be the very one that the pointer names, and about the model that it names.
 */
export async function verifyAtTarget(
  { id, certificate: sha256 }: CertifiedModel,
  { target, verify, ports }: PromotionWorld,
): Promise<(Verification & { readonly files: ReadonlyMap<string, string> }) | undefined> {
  const certificate = await target.certificate(sha256)
  const files = await target.stored(id)
  if (certificate === undefined || files === undefined || files.size === 0) return undefined
  if (ports.sha256(certificate) !== sha256) return undefined
  const shown = filesAtTarget(ports, { certificate, files })
  const verification = await verify(shown.request, shown.ports)
  const verified = certificateIn(verification)
  if (verification.outcome === 'verified' && verified?.subject[0].digest.sha256 !== id) return undefined
  return { ...verification, files }
}
