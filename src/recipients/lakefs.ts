import type { RecipientKind } from './recipient-kind.ts'

/** Marks certified data in lakeFS. */
export const lakefs: RecipientKind<'lakefs'> = {
  key: 'lakefs',
  open: async (settings, { root, environment }) =>
    (await import('../lakefs/lakefs-recipient.ts')).lakefsRecipient(settings, { root, environment }),
}
