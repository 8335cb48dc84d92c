import type { PushgatewayConnection } from '../../core/settings/connections/pushgateway.ts'
import type { Recipient, RunContext } from '../../ports.ts'
import { pushgateway } from './pushgateway.ts'
import { toldGroups } from './told-groups.ts'

/** Pushes the metrics of every decision to a Pushgateway, one group for each gate, for the model and for the target of a promotion. */
export function pushgatewayRecipient(
  settings: PushgatewayConnection,
  environment: Readonly<Record<string, string | undefined>>,
  context: RunContext,
): Recipient {
  const gateway = pushgateway(settings, environment)
  return {
    name: gateway.name,
    async tell(told) {
      const groups = toldGroups(told, context)
      for (const group of groups) await gateway.push(group)
      return groups.length === 0 ? undefined : `pushed ${groups.map(({ about }) => about).join(', ')}`
    },
  }
}
