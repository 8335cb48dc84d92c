import type { RecipientKind } from './recipient-kind.ts'

/** Metrics of decisions, by way of textfile. */
export const textfile: RecipientKind<'textfile'> = {
  key: 'textfile',
  open: async (settings, { root, context }) =>
    (await import('../prometheus/export/textfile-recipient.ts')).textfileRecipient(settings, root, context),
}
