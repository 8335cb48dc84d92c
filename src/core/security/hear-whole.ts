import { decodeStrictly } from './bytes.ts'
import type { Source } from './content/source.ts'
import type { Hear } from './format.ts'
import { heldText } from './held-text.ts'

/** Tells of a part that is text as a whole. */
export function hearWhole(hear: Hear | undefined, content: Source): void {
  const bytes = hear && heldText(content)
  const text = bytes && !bytes.includes(0) ? decodeStrictly(bytes) : undefined
  if (hear && text) hear('text', text)
}
