import type { Verdict } from '../verdict.ts'
import type { MetricGroup } from './metric-group.ts'
import { productionCertified, targetGroup } from './target-group.ts'

/** What a look at a target found. */
interface Look {
  readonly target: string
  readonly verdict: Verdict
  readonly at: Date
}

/** Where production points, as somebody who looked has found it. */
export const lookGroup = ({ target, verdict, at }: Look, repository: string | undefined): MetricGroup =>
  targetGroup(target, repository, labels => [
    productionCertified(labels, verdict === 'passed'),
    {
      name: 'proofmark_last_watch_timestamp_seconds',
      help: 'When somebody last looked at where the target points.',
      samples: [{ labels, value: at.getTime() / 1000 }],
    },
  ])
