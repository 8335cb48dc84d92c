import { decisionGroups } from '../../core/metrics/decision-groups.ts'
import type { MetricGroup } from '../../core/metrics/metric-group.ts'
import { promotionGroup } from '../../core/metrics/promotion-group.ts'
import type { Told } from '../../ports.ts'

/** The metrics of whatever was decided. */
export const toldGroups = (told: Told, repository: string | undefined): readonly MetricGroup[] =>
  told.kind === 'certification' ? decisionGroups(told, repository) : [promotionGroup(told.pointer, repository)]
