import type { RemoteWriteConnection } from '../../core/settings/connections/remote-write.ts'
import type { Recipient, RunContext } from '../../ports.ts'
import { remoteWrite } from './remote-write.ts'
import { toldGroups } from './told-groups.ts'

/** Writes the metrics of every decision by remote write, all in one request. */
export function remoteWriteRecipient(
  settings: RemoteWriteConnection,
  environment: Readonly<Record<string, string | undefined>>,
  context: RunContext,
): Recipient {
  const { name, write } = remoteWrite(settings, environment)
  return {
    name,
    async tell(told) {
      const families = toldGroups(told, context).flatMap(group => group.families)
      if (families.length === 0) return undefined
      await write(families, told.at)
      return `wrote ${families.reduce((sum, { samples }) => sum + samples.length, 0)} series`
    },
  }
}
