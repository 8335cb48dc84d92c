import type { Pointer } from '../record/promotion/pointer.ts'
import type { MetricGroup } from './metric-group.ts'

/**
 * Where production points, one group for each target. A time instead of a count: what ends with its run cannot count across runs, and
 * the changes of the time are the promotions.
 */
export function promotionGroup({ kind, target, to, at }: Pointer, repository: string | undefined): MetricGroup {
  const key = { repo: repository || 'local', target }
  return {
    key,
    about: 'promotion',
    whole: false,
    families: [
      {
        name: 'proofmark_production_info',
        help: 'The model that production points at, as promoted last; always 1. Empty labels: none.',
        samples: [
          {
            labels: { ...key, name: to?.name ?? '', digest: to?.id ?? '', certificate: to?.certificate ?? '' },
            value: 1,
          },
        ],
      },
      {
        name: `proofmark_last_${kind}_timestamp_seconds`,
        help: `When the target had its last ${kind}.`,
        samples: [{ labels: key, value: Date.parse(at) / 1000 }],
      },
    ],
  }
}
