import type { Evidence } from '../core/evidence.ts'
import { CERTIFICATE_FILE } from '../core/record/statement/record-files.ts'
import type { Forge, ReleaseAsset, RunContext } from '../ports.ts'
import { checkRun } from '../report/check-run.ts'
import { withFullReport } from '../report/full-report.ts'
import { type Recorded, recordCheckRun, recordSection } from '../report/record-section.ts'
import { refreshComment } from './refresh-comment.ts'

/** What there is to show. */
export interface Publication {
  readonly evidence: readonly Evidence[]
  readonly recorded?: (Recorded & { readonly assets: readonly ReleaseAsset[] }) | undefined
  /** Tag of the release to publish a certificate in. */
  readonly release?: string | undefined
  /** Whether a certificate goes to the forge's store of attestations too. */
  readonly attestations?: boolean | undefined
}

/** Shows results on GitHub: the release of a certificate, a check run for each gate and for the record, the pull request's one comment. */
export async function publish(
  { evidence, recorded, release, attestations = false }: Publication,
  forge: Forge,
  context: RunContext,
): Promise<void> {
  if (release !== undefined && recorded && recorded.assets.length > 0) {
    await forge.release(release, recordSection(recorded), recorded.assets)
  }
  for (const run of [...evidence.map(checkRun), ...(recorded ? [recordCheckRun(recorded)] : [])])
    await forge.createCheckRun(withFullReport(run, context.url))
  if (context.pullRequest) await refreshComment(forge, context.pullRequest.head)
  const certificate = attestations ? certificateAmong(recorded?.assets ?? []) : undefined
  if (certificate !== undefined) await forge.attest(certificate)
}

/** A refusal has no assets: tools that look in the store see signature and subject, not what a statement says. */
function certificateAmong(assets: readonly ReleaseAsset[]): string | undefined {
  const certificate = assets.find(({ name }) => name === CERTIFICATE_FILE)
  return certificate && new TextDecoder().decode(certificate.content)
}
