import { pushgateway } from './pushgateway.js';
import { t as toldGroups } from './told-groups.js';

/** Pushes the metrics of every decision to a Pushgateway, one group for each gate, for the model and for the target of a promotion. */
function pushgatewayRecipient(
  settings                       ,
  environment                                              ,
  context            ,
)            {
  const gateway = pushgateway(settings, environment);
  return {
    name: gateway.name,
    async tell(told) {
      const groups = toldGroups(told, context);
      for (const group of groups) await gateway.push(group);
      return groups.length === 0 ? undefined : `pushed ${groups.map(({ about }) => about).join(', ')}`
    },
  }
}

export { pushgatewayRecipient };
