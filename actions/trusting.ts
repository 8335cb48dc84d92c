import { getInput } from '@actions/core'
import { settingsLog } from '../src/commands/log/settings-log.ts'
import { whomToTrust } from '../src/commands/verification/whom-to-trust.ts'
import type { Place } from '../src/compose.ts'
import type { LoadedTrust } from '../src/core/record/trust/loaded-trust.ts'
import { UserError } from '../src/core/user-error.ts'
import type { RecordLog } from '../src/ports/record-log.ts'
import type { Ports } from '../src/ports.ts'

/** Whom the inputs `key` and `policy`, or the settings' policy, trust, and the log that the settings name. */
export async function trusting(
  place: Place,
  logKey: string | undefined,
  ports: Ports,
): Promise<{ readonly trust: string | LoadedTrust; readonly recordLog: RecordLog | undefined }> {
  const path = (name: string) => (getInput(name) === '' ? undefined : place.rebase(getInput(name)))
  const trust = await whomToTrust({ key: path('key'), policy: path('policy'), config: place.config }, ports)
  const trusted = typeof trust === 'string' ? undefined : trust.log
  return { trust, recordLog: await settingsLog({ config: place.config, trusted, keyText: logKey }, ports) }
}

/** An input that may be left out. */
export function optional(name: string): string | undefined {
  const value = getInput(name)
  return value === '' ? undefined : value
}

/** An input that a step cannot do without. */
export function required(name: string): string {
  const value = optional(name)
  if (value !== undefined) return value
  throw new UserError('inputs.missing', `Expected input '${name}' but found nothing`, {
    hint: `Add '${name}' under 'with:'`,
  })
}
