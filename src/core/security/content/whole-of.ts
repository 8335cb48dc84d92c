import { readRange } from './read-range.ts'
import type { Source } from './source.ts'

/** Everything, held in memory. */
export const wholeOf = (source: Source): Uint8Array => readRange(source, 0, source.size)
