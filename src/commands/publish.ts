import type { Evidence } from '../core/evidence.ts'
import type { Forge, ReleaseAsset, RunContext } from '../ports.ts'
import { checkRun } from '../report/check-run.ts'
import { type Recorded, recordCheckRun, recordSection } from '../report/record-section.ts'
import { refreshComment } from './refresh-comment.ts'

/** What there is to show. */
export interface Publication {
  readonly evidence: readonly Evidence[]
  readonly recorded?: (Recorded & { readonly assets: readonly ReleaseAsset[] }) | undefined
  /** Tag of the release to publish a certificate in. */
  readonly release?: string | undefined
}

/** Shows results on GitHub: the release of a certificate, a check run for each gate and for the record, the pull request's one comment. */
export async function publish(
  { evidence, recorded, release }: Publication,
  forge: Forge,
  context: RunContext,
): Promise<void> {
  if (release !== undefined && recorded && recorded.assets.length > 0) {
    await forge.release(release, recordSection(recorded), recorded.assets)
  }
  for (const run of [...evidence.map(checkRun), ...(recorded ? [recordCheckRun(recorded)] : [])])
    await forge.createCheckRun(run)
  if (context.pullRequest) await refreshComment(forge, context.pullRequest.head)
}
