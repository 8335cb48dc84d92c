import { getInput } from '@actions/core'
import { recordLogOf } from '../src/commands/log/record-log-of.ts'
import { whomToTrust } from '../src/commands/verification/whom-to-trust.ts'
import type { Place } from '../src/compose.ts'
import type { LoadedTrust } from '../src/core/record/trust/loaded-trust.ts'
import { readSettings } from '../src/core/settings/read-settings.ts'
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
  const file =
    place.config === undefined ? undefined : { name: place.config, text: await ports.files.readText(place.config) }
  const source = { command: 'gate', inputs: new Map(), nameInput: () => '', rebase: place.rebase } as const
  const settings = file && readSettings({ ...source, file }).record.log
  const trusted = typeof trust === 'string' ? undefined : trust.log
  const known = trusted ?? logKey ?? settings?.['verifier-key'] ?? settings?.key
  if (settings === undefined || known === undefined) return { trust, recordLog: undefined }
  return { trust, recordLog: await recordLogOf(settings, { trusted }, logKey, ports) }
}

/** An input that may be left out. */
export function optional(name: string): string | undefined {
  const value = getInput(name)
  return value === '' ? undefined : value
}
