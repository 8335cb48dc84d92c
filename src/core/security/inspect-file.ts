import { type Format, type Inspection, type InspectionContext, inconclusive } from './format.ts'
import * as formats from './formats/index.ts'

export interface InspectedFile {
  /** Id of the format; of several, divided by `+`. */
  readonly format: string
  readonly title: string
  readonly inspection: Inspection
}

/** The formats whose loaders would take these bytes; one, of an honest file. */
export function identify(bytes: Uint8Array): readonly Format[] {
  const recognised = Object.values(formats).filter(format => format.recognise(bytes))
  return recognised.length > 0 ? recognised : [formats.binary]
}

/** Identifies a file by its content and inspects it as everything that it can be taken for. */
export async function inspectFile(bytes: Uint8Array, context: InspectionContext): Promise<InspectedFile> {
  const found = identify(bytes)
  const outer = new Set(found.map(({ within }) => within))
  const inspections: Inspection[] = []
  for (const format of found) if (!outer.has(format.id)) inspections.push(await format.inspect(bytes, context))
  const format = found.map(({ id }) => id).join('+')
  const title = found.map(each => each.title).join(' and ')
  const [only] = inspections
  return { format, title, inspection: only && inspections.length === 1 ? only : ambiguous(title, inspections) }
}

function ambiguous(title: string, inspections: readonly Inspection[]): Inspection {
  const failed = inspections.find(({ status }) => status === 'fail')
  const reason = `Expected one format but the bytes are ${title} at once, so what a loader makes of them depends on the loader`
  if (failed) {
    const { soundApart: _, ...rest } = failed
    return { ...rest, reason: `${failed.reason}; besides, the bytes are ${title} at once` }
  }
  return inconclusive(reason, 'Save it in one format, or keep it out of the scanned paths')
}
