import type { RecipientKind } from './recipient-kind.ts'

/** Marks of promotions and revocations in Grafana. */
export const grafana: RecipientKind<'grafana'> = {
  key: 'grafana',
  open: async (settings, { environment }) =>
    (await import('../grafana/grafana-recipient.ts')).grafanaRecipient(settings, environment),
}
