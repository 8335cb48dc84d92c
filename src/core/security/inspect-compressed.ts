import { memorySource } from './content/memory-source.ts'
import type { Source } from './content/source.ts'
import { type Codec, type Inspection, type InspectionContext, inconclusive } from './format.ts'
import { joblib } from './formats/joblib.ts'
import { pickle } from './formats/pickle.ts'
import { heldWhole } from './held-whole.ts'

const WRITE_AGAIN = 'Write the file again, or keep it out of the scanned paths'
const UNPACK = 'Unpack it, or keep it out of the scanned paths'

/** Inspects a compressed pickle or joblib file; one that breaks off is inspected as far as it goes, for that far it would be loaded. */
export function inspectCompressed(
  codec: Codec,
  source: Source,
  context: InspectionContext,
): Inspection | Promise<Inspection> {
  return heldWhole(async bytes => {
    const { bytes: unpacked, fault, limit } = await context.decompress(codec, bytes)
    const content = memorySource(unpacked)
    const format = [pickle, joblib].find(candidate => candidate.recognise(content))
    const inspection = format ? await format.inspect(content, context) : await inspectOther(content, context)
    if (fault !== undefined && inspection.status !== 'fail') {
      const doubt = inconclusive(`Expected a whole ${codec} stream but ${fault}`, WRITE_AGAIN)
      return { ...inspection, ...doubt, ...(limit && { limit }) }
    }
    const { soundApart, ...rest } = inspection
    return {
      ...rest,
      ...(soundApart && fault === undefined && { soundApart }),
      reason: `${inspection.reason} (inside the ${codec} stream, bytes counted after decompression)`,
    }
  })(source, context)
}

/** Nothing loads anything else from a compressed stream; what it would run when it is unpacked is found all the same. */
async function inspectOther(content: Source, context: InspectionContext): Promise<Inspection> {
  const inside = (await context.inside?.(content))?.inspection
  if (inside?.status === 'fail' || inside?.limit !== undefined) {
    const { soundApart: _, ...rest } = inside
    return rest
  }
  return inconclusive(
    'Expected a pickle or joblib file inside but found something else, which cannot be read yet',
    UNPACK,
  )
}
