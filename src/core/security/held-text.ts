import type { Source } from './content/source.ts'
import { wholeOf } from './content/whole-of.ts'
import { MAX_HELD } from './held-whole.ts'

/** The bytes of a part that must be text of a length that can be read at once; none, which no reader takes for text, of any other. */
export const heldText = (source: Source | undefined): Uint8Array =>
  source === undefined || source.size > MAX_HELD ? new Uint8Array() : wholeOf(source)
