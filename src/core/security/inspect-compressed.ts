import { type Codec, type Inspection, type InspectionContext, inconclusive } from './format.ts'
import { joblib } from './formats/joblib.ts'
import { pickle } from './formats/pickle.ts'

const WRITE_AGAIN = 'Write the file again, or keep it out of the scanned paths'
const UNPACK = 'Unpack it, or keep it out of the scanned paths'

/** Inspects a compressed pickle or joblib file; one that breaks off is inspected as far as it goes, for that far it would be loaded. */
export async function inspectCompressed(
  codec: Codec,
  bytes: Uint8Array,
  context: InspectionContext,
): Promise<Inspection> {
  const { bytes: content, fault } = await context.decompress(codec, bytes)
  const format = [pickle, joblib].find(candidate => candidate.recognise(content))
  const inspection = format
    ? await format.inspect(content, context)
    : inconclusive(`Expected a pickle or joblib file inside but found something else, which cannot be read yet`, UNPACK)
  if (fault !== undefined && inspection.status !== 'fail')
    return { ...inspection, ...inconclusive(`Expected a whole ${codec} stream but ${fault}`, WRITE_AGAIN) }
  const { soundApart, ...rest } = inspection
  return {
    ...rest,
    ...(soundApart && fault === undefined && { soundApart }),
    reason: `${inspection.reason} (inside the ${codec} stream, bytes counted after decompression)`,
  }
}
