import type { Source } from './source.ts'
import { windowOf } from './window-of.ts'

/** Bytes that are in memory anyway. */
export function memorySource(bytes: Uint8Array): Source {
  const whole = windowOf(bytes, 0)
  return {
    size: bytes.length,
    window: () => whole,
    each(start, end, take) {
      take(bytes.subarray(start, end))
    },
  }
}
