import { UserError } from '../user-error.ts'
import type { ScanLimits } from './limits.ts'
import type { Stop } from './stop.ts'
import { stopReason } from './stop-reason.ts'

/** The fault of a file that more than the scan needs, and whose reading was stopped. */
export function stoppedReading(path: string, stop: Stop, { memory }: Pick<ScanLimits, 'memory'>): UserError {
  const { reason, hint } = stopReason(stop, memory, path)
  return new UserError('scan.stopped', reason, { file: path, hint })
}
