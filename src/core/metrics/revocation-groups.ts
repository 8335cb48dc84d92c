import type { RevokedCertificate } from '../record/promotion/revoked-certificate.ts'
import { certificateRevoked } from './certificate-revoked.ts'
import type { MetricFamily } from './metric-family.ts'
import type { MetricGroup } from './metric-group.ts'
import { ownerLabels } from './owner-labels.ts'
import { productionCertified, targetGroup } from './target-group.ts'

/** Models whose certificates one revocation takes, of which metrics tell: the last of the log. */
const MOST = 1000

/** What a revocation takes. */
interface Revoked {
  readonly certificates: readonly RevokedCertificate[]
  /** Targets that still point at what is revoked. */
  readonly targets: readonly string[]
  /** When it was revoked, RFC 3339. */
  readonly revocation: { readonly at: string }
}

/** The metrics of a revocation: a group for each model that it takes a certificate of, and for each target that still points at one. */
export function revocationGroups(
  { certificates, targets, revocation }: Revoked,
  repository: string | undefined,
  folder: string | undefined,
): MetricGroup[] {
  const groups = new Map<string, MetricGroup>()
  const seconds = Date.parse(revocation.at) / 1000
  // Later ones replace earlier ones of the same model, and only the newest of all can be its last.
  for (const { model, repository: owner, last } of certificates.slice(-MOST)) {
    const key = { ...ownerLabels(owner ?? repository, model.name, folder) }
    const when: MetricFamily = {
      name: 'proofmark_last_revocation_timestamp_seconds',
      help: 'When a certificate of the model was last revoked.',
      samples: [{ labels: key, value: seconds }],
    }
    const families = last ? [certificateRevoked(key, true), when] : [when]
    groups.set(JSON.stringify(key), { key, about: 'certification', whole: false, families })
  }
  return [
    ...groups.values(),
    ...targets.map(target => targetGroup(target, repository, labels => [productionCertified(labels, false)])),
  ]
}
