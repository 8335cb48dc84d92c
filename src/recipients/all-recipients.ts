import type { Recipients } from '../ports/recipient.ts'
import { RECIPIENTS } from './index.ts'
import type { RecipientWorld } from './recipient-kind.ts'

/** Opens the recipients that the settings name, in the order of their list. */
export function allRecipients(world: RecipientWorld): Recipients {
  return {
    open: connections =>
      Promise.all(
        RECIPIENTS.flatMap(({ key, open }) => {
          const settings = connections[key]
          return settings === undefined ? [] : [open(settings, world)]
        }),
      ),
  }
}
