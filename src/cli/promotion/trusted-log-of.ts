import { whomToTrust } from '../../commands/verification/whom-to-trust.ts'
import type { LoadedTrust } from '../../core/record/trust/loaded-trust.ts'
import type { RecordLog } from '../../ports/record-log.ts'
import { type GivenLog, givenLog } from '../log/log-flags.ts'
import type { ParsedFlags } from '../parse-flags.ts'
import { besideKey, namedLog } from './log-of.ts'

/** Where a run is placed, whom the flags or the policy of the settings trust, and the log that certificates must be in. */
export interface Trusted extends GivenLog {
  readonly trust: string | LoadedTrust
  readonly recordLog: RecordLog | undefined
}

export async function trustedLogOf(parsed: ParsedFlags): Promise<Trusted> {
  const flags = besideKey(parsed)
  const given = await givenLog(flags)
  const { place, ports } = given
  const path = (flag: string) => {
    const typed = parsed.values.get(flag)?.at(-1)
    return typed === undefined ? undefined : place.rebase(typed)
  }
  const trust = await whomToTrust({ key: path('key'), policy: path('policy'), config: place.config }, ports)
  const recordLog = await namedLog(given, flags, typeof trust === 'string' ? undefined : trust.log)
  return { ...given, trust, recordLog }
}
