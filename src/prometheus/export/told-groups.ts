import { decisionGroups } from '../../core/metrics/decision-groups.ts'
import { lookGroup } from '../../core/metrics/look-group.ts'
import type { MetricGroup } from '../../core/metrics/metric-group.ts'
import { promotionGroup } from '../../core/metrics/promotion-group.ts'
import { revocationGroups } from '../../core/metrics/revocation-groups.ts'
import type { RunContext, Told } from '../../ports.ts'

/** The metrics of whatever was decided, done or seen. */
export function toldGroups(told: Told, { repository, folder }: RunContext): readonly MetricGroup[] {
  switch (told.kind) {
    case 'certification':
      return decisionGroups(told, repository)
    case 'promotion':
      return [promotionGroup(told, repository)]
    case 'revocation':
      return revocationGroups(told, repository, folder)
    case 'look':
      return [lookGroup(told, repository)]
  }
}
