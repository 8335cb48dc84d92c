import type { Stop } from '../core/security/stop.ts'

/** How V8 and Node say that memory has run out. */
const OUT_OF_MEMORY =
  /out of memory|heap limit|allocation failed|failed to allocate|invalid (string|typed array|array buffer) length/i

/** Why a process ended that was to read on: by its exit and by the last it has said. */
export function stopOf(code: number | null, signal: NodeJS.Signals | null, said: string): Stop {
  if (OUT_OF_MEMORY.test(said)) return { limit: 'memory' }
  return { limit: 'crash', how: signal ? `was ended by ${signal}` : `ended with code ${code}` }
}

/** Why a file was not read to its end, by what the reading threw. */
export function stopOfError(message: string): Stop {
  return OUT_OF_MEMORY.test(message) ? { limit: 'memory' } : { limit: 'crash', how: `failed with ${message}` }
}
