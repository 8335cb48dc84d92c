import type { TextfileConnection } from '../../core/settings/connections/textfile.ts'
import type { Recipient, RunContext } from '../../ports.ts'
import { textfiles } from './textfile.ts'
import { toldGroups } from './told-groups.ts'

/** Writes the metrics of every decision where the textfile collector of the machine's node exporter reads them. */
export function textfileRecipient({ folder }: TextfileConnection, root: string, context: RunContext): Recipient {
  const files = textfiles(root, folder)
  return {
    name: files.name,
    async tell(told) {
      const groups = toldGroups(told, context)
      for (const group of groups) await files.write(group)
      return groups.length === 0 ? undefined : `wrote ${groups.map(({ about }) => about).join(', ')}`
    },
  }
}
