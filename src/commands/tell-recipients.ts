import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports, Told } from '../ports.ts'

/**
 * Tells everybody whom the settings name. One that cannot be told keeps no other from hearing it; what went wrong is given, for the exit
 * code: who is not told goes on showing what was.
 */
export async function tellRecipients(
  connections: Settings['connections'],
  tale: () => Promise<Told>,
  { recipients, log }: Ports,
): Promise<readonly UserError[]> {
  const listeners = (await recipients?.open(connections)) ?? []
  if (listeners.length === 0) return []
  const told = await tale()
  const errors: UserError[] = []
  for (const recipient of listeners) {
    try {
      const written = await recipient.tell(told)
      if (written !== undefined) log.info(`${recipient.name}: ${written}`)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      log.warn([`${recipient.name}: ${error.message}`, ...(error.hint === undefined ? [] : [error.hint])].join('. '))
      errors.push(error)
    }
  }
  return errors
}
