import { UserError } from '../core/user-error.ts'
import type { Recipient, Recipients } from '../ports/recipient.ts'
import { RECIPIENTS } from './index.ts'
import type { RecipientWorld } from './recipient-kind.ts'

/** Opens the recipients that the settings name, in the order of their list. */
export function allRecipients(world: RecipientWorld): Recipients {
  return {
    open: connections =>
      Promise.all(
        RECIPIENTS.flatMap(({ key, open }) => {
          const settings = connections[key]
          return settings === undefined ? [] : [open(settings, world).catch(error => unopened(key, error))]
        }),
      ),
  }
}

/** Keeps nobody else from being told. */
function unopened(key: string, error: unknown): Recipient {
  if (!(error instanceof UserError)) throw error
  return { name: `connections.${key}`, tell: () => Promise.reject(error) }
}
