import type { RecipientKind } from './recipient-kind.ts'

/** Metrics of decisions, by way of remote-write. */
export const remoteWrite: RecipientKind<'remote-write'> = {
  key: 'remote-write',
  open: async (settings, { environment, context }) =>
    (await import('../prometheus/export/remote-write-recipient.ts')).remoteWriteRecipient(
      settings,
      environment,
      context,
    ),
}
