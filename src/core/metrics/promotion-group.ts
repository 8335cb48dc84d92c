import type { Pointer } from '../record/promotion/pointer.ts'
import type { MetricFamily } from './metric-family.ts'
import type { MetricGroup } from './metric-group.ts'
import { productionCertified, targetGroup } from './target-group.ts'

/** What is told of a promotion or demotion. */
interface Moved {
  readonly pointer: Pointer
  /** Whether what it points at was found to be certified; undefined where nobody asked. */
  readonly certified?: boolean | undefined
}

/**
 * Where production points, one group for each target. A time instead of a count: what ends with its run cannot count across runs, and
 * the changes of the time are the promotions.
 */
export const promotionGroup = (
  { pointer: { kind, target, to, at }, certified }: Moved,
  repository: string | undefined,
): MetricGroup =>
  targetGroup(target, repository, (labels): MetricFamily[] => [
    {
      name: 'proofmark_production_info',
      help: 'The model that production points at, as promoted last; always 1. Empty labels: none.',
      samples: [
        {
          labels: { ...labels, name: to?.name ?? '', digest: to?.id ?? '', certificate: to?.certificate ?? '' },
          value: 1,
        },
      ],
    },
    ...(certified === undefined ? [] : [productionCertified(labels, certified)]),
    {
      name: `proofmark_last_${kind}_timestamp_seconds`,
      help: `When the target had its last ${kind}.`,
      samples: [{ labels, value: Date.parse(at) / 1000 }],
    },
  ])
