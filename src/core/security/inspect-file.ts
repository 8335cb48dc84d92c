import { memorySource } from './content/memory-source.ts'
import type { Source } from './content/source.ts'
import { type Format, type InspectedFile, type Inspection, type InspectionContext, inconclusive } from './format.ts'
import * as formats from './formats/index.ts'
import { USUAL_LIMITS } from './limits.ts'

export type { InspectedFile }

/** The formats whose loaders would take these bytes; one, of an honest file. */
export function identify(source: Source): readonly Format[] {
  const recognised = Object.values(formats).filter(format => format.recognise(source))
  return recognised.length > 0 ? recognised : [formats.binary]
}

/** Identifies a file by its content and inspects it as everything that it can be taken for; `depth` containers are open around it. */
export async function inspectFile(
  content: Source | Uint8Array,
  given: InspectionContext,
  depth = 0,
): Promise<InspectedFile> {
  const source = content instanceof Uint8Array ? memorySource(content) : content
  const { depth: deepest } = given.limits ?? USUAL_LIMITS
  const inside = (inner: Source, hear = given.hear) =>
    depth < deepest ? inspectFile(inner, { ...given, ...(hear && { hear }) }, depth + 1) : tooDeep(deepest)
  const context = { ...given, inside }
  const found = identify(source)
  const outer = new Set(found.map(({ within }) => within))
  const inspections: Inspection[] = []
  for (const format of found) if (!outer.has(format.id)) inspections.push(await format.inspect(source, context))
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

async function tooDeep(deepest: number): Promise<InspectedFile> {
  const inspection = inconclusive(
    `Expected at most ${deepest} archives or streams inside one another but found more`,
    'Unpack it, so that each file is scanned for itself, or raise security.max-depth',
  )
  return { format: 'unread', title: 'not read', inspection: { ...inspection, limit: 'depth' } }
}
