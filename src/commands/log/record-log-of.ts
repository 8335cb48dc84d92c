import type { TrustedLog } from '../../core/record/trust/trust.ts'
import type { RecordLog as LogSettings } from '../../core/settings/record-log.ts'
import type { RecordLog } from '../../ports/record-log.ts'
import type { Ports } from '../../ports.ts'
import { logSigner, openLog, rememberSeen } from './open-log.ts'
import { recordLog } from './record-log.ts'

/** The log that the settings name, to be read and, by who holds its key, written to. What is seen of it is remembered. */
export async function recordLogOf(
  settings: LogSettings,
  { trusted }: { readonly trusted?: TrustedLog | undefined },
  keyText: string | undefined,
  ports: Ports,
): Promise<RecordLog> {
  const signer = await logSigner(settings, keyText, ports)
  const opened = await openLog(settings, { trusted, signer }, ports)
  const remember = (note: string) => rememberSeen(settings, note, ports)
  return recordLog({ ...opened, signer, remember }, ports)
}
