import { type InspectedFile, inconclusive } from './format.ts'
import type { ScanLimits } from './limits.ts'
import type { Stop } from './stop.ts'
import { stopReason } from './stop-reason.ts'

/** What is known of a file whose scan was stopped: that one cannot tell. */
export function stoppedScan(stop: Stop, { memory }: Pick<ScanLimits, 'memory'>): InspectedFile {
  const { reason, hint } = stopReason(stop, memory)
  return { format: 'unread', title: 'not read', inspection: { ...inconclusive(reason, hint), limit: stop.limit } }
}
