import { recordLogOf } from '../../commands/log/record-log-of.ts'
import type { RecordLog } from '../../ports/record-log.ts'
import type { CliFlag } from '../cli-command.ts'
import { type GivenLog, givenLog, givenTrust, LOG_KEY, PLACE_FLAGS, TRUST_FLAGS } from '../log/log-flags.ts'
import type { ParsedFlags } from '../parse-flags.ts'

/** Flags that name the log beside those of another command, whose `--key` is another. */
export const LOG_FLAGS: readonly CliFlag[] = [
  ...PLACE_FLAGS,
  {
    name: 'log-key',
    kind: 'value',
    description: `File with the private key of the log. Default: the text in ${LOG_KEY}`,
  },
  ...TRUST_FLAGS,
]

/** Where the settings and flags place a run, and the log they name; undefined where they name none. */
export async function logOf(parsed: ParsedFlags): Promise<GivenLog & { readonly recordLog: RecordLog | undefined }> {
  const key = parsed.values.get('log-key')
  const others = [...parsed.values].filter(([name]) => name !== 'key')
  const flags = { ...parsed, values: new Map(key === undefined ? others : [...others, ['key', key] as const]) }
  const given = await givenLog(flags)
  const { settings, ports } = given
  const named = given.last('repository') ?? given.last('remote') ?? settings['verifier-key'] ?? settings.key
  const keyText = process.env[LOG_KEY]
  if (named === undefined && !keyText) return { ...given, recordLog: undefined }
  const trusted = givenTrust(flags, settings, ports)
  return { ...given, recordLog: await recordLogOf(settings, { trusted }, keyText, ports) }
}
