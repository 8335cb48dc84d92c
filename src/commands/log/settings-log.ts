import type { TrustedLog } from '../../core/record/trust/trust.ts'
import type { RecordLog } from '../../ports/record-log.ts'
import type { Ports } from '../../ports.ts'
import { settingsHere } from '../settings-here.ts'
import { recordLogOf } from './record-log-of.ts'

/** A settings file, and what is known of its log besides. */
export interface LogAsked {
  /** Name of the settings file; undefined where there is none. */
  readonly config: string | undefined
  /** What a policy trusts of it. */
  readonly trusted?: TrustedLog | undefined
  /** Its private key, as text. */
  readonly keyText?: string | undefined
}

/** The log that a settings file names, where enough is known to read or write it; else undefined. */
export async function settingsLog(
  { config, trusted, keyText }: LogAsked,
  ports: Ports,
): Promise<RecordLog | undefined> {
  const settings = (await settingsHere(config, ports))?.record.log
  const known = trusted ?? keyText ?? settings?.['verifier-key'] ?? settings?.key
  return settings === undefined || known === undefined ? undefined : recordLogOf(settings, { trusted }, keyText, ports)
}
