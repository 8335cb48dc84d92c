import { type InspectedFile, inconclusive } from './format.ts'
import type { ScanLimits } from './limits.ts'

/** Why the scan of a file came to no end of its own. */
export type Stop =
  | { readonly limit: 'time'; readonly seconds: number }
  | { readonly limit: 'memory' }
  | { readonly limit: 'change' }
  /** `how` continues a sentence that begins with the process. */
  | { readonly limit: 'crash'; readonly how: string }

const KEEP_OUT = 'keep the file out of the scanned paths'

/** What is known of a file whose scan was stopped: that one cannot tell. */
export function stoppedScan(stop: Stop, { memory }: Pick<ScanLimits, 'memory'>): InspectedFile {
  const { reason, hint } = tell(stop, memory)
  return { format: 'unread', title: 'not read', inspection: { ...inconclusive(reason, hint), limit: stop.limit } }
}

function tell(stop: Stop, memory: number): { reason: string; hint: string } {
  switch (stop.limit) {
    case 'time':
      return {
        reason: `Expected to read it within ${stop.seconds} seconds but that was not enough, so reading was stopped`,
        hint: `Raise security.max-seconds, or ${KEEP_OUT}`,
      }
    case 'memory':
      return {
        reason: `Expected to read it within ${memory} MiB of memory but it takes more, so reading was stopped`,
        hint: `Raise security.max-memory, or ${KEEP_OUT}`,
      }
    case 'change':
      return {
        reason: 'Expected it to stay as it is while it is read but it changed',
        hint: 'Scan it after the last step that writes it',
      }
    case 'crash':
      return {
        reason: `Expected to read it to its end but the process that read it ${stop.how}`,
        hint: `Report it as a fault of Proofmark, and ${KEEP_OUT} until it is mended`,
      }
  }
}
