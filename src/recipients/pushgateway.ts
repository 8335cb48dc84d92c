import type { RecipientKind } from './recipient-kind.ts'

/** Metrics of decisions, by way of pushgateway. */
export const pushgateway: RecipientKind<'pushgateway'> = {
  key: 'pushgateway',
  open: async (settings, { environment, context }) =>
    (await import('../prometheus/export/pushgateway-recipient.ts')).pushgatewayRecipient(
      settings,
      environment,
      context,
    ),
}
