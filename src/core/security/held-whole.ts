import { grouped } from '../wording/grouped.ts'
import type { Source } from './content/source.ts'
import { wholeOf } from './content/whole-of.ts'
import { type Inspection, type InspectionContext, inconclusive } from './format.ts'

/** Most bytes that an inspection may hold at once; what is larger is read piece by piece or not at all. */
export const MAX_HELD = 256 * 1024 * 1024

type Inspect<Content> = (content: Content, context: InspectionContext) => Inspection | Promise<Inspection>

/** The inspection of a format whose bytes are needed all at once: a larger file of it is inconclusive, and says so. */
export const heldWhole =
  (inspect: Inspect<Uint8Array>): Inspect<Source> =>
  (source, context) =>
    source.size > MAX_HELD ? tooLarge(source.size) : inspect(wholeOf(source), context)

const tooLarge = (size: number): Inspection => ({
  ...inconclusive(
    `Expected at most ${grouped(MAX_HELD)} bytes of a format that has to be read at once but found ${grouped(size)}`,
    'Keep it out of the scanned paths, or save the model as safetensors, which is read piece by piece at any size',
  ),
  limit: 'size',
})
