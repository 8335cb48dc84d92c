import type { Source } from '../content/source.ts'
import { defineFormat, type Inspection, type InspectionContext, inconclusive } from '../format.ts'
import { printable } from '../printable.ts'
import { combine } from '../zip/combine.ts'
import { inspectMembers } from '../zip/inspect-members.ts'
import { archiveOf, zipKind } from '../zip-kind.ts'
import { joblib } from './joblib.ts'
import { npy } from './npy.ts'
import { pickle } from './pickle.ts'

/** Members that a message names. */
const SHOWN = 3

/** Any other zip archive; what would run on loading one of its members is found all the same. */
export const zip = defineFormat({
  id: 'zip',
  title: 'a zip archive',
  unread: true,
  recognise: source => zipKind(source) === 'zip',
  async inspect(source, context): Promise<Inspection> {
    const archive = archiveOf(source)
    const { parts, fault, limit } = await inspectMembers(archive, context, (_, content, inMember) => {
      const format = [pickle, joblib, npy].find(each => each.recognise(content))
      return format ? format.inspect(content, inMember) : inspectOther(content, inMember)
    })
    const found = combine(parts, fault, '', limit)
    // An archive of what is not known passes for no finding, nor for want of one.
    const { soundApart: _, ...inspection } = found
    return found.status === 'pass' ? passedOver(archive.members.map(({ name }) => name)) : inspection
  },
})

/** What no loader takes from an archive as it is, but would be loaded once it is unpacked. */
async function inspectOther(content: Source, context: InspectionContext): Promise<Inspection | undefined> {
  const inside = (await context.inside?.(content))?.inspection
  return inside?.status === 'fail' || inside?.limit !== undefined ? inside : undefined
}

function passedOver(names: readonly string[]): Inspection {
  const shown = names.slice(0, SHOWN).map(printable).join(', ')
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''
  return inconclusive(
    `Expected an archive of a kind that can be read but found a zip archive of ${names.length > 0 ? `${shown}${more}` : 'nothing'}`,
    'Unpack it, so that each file is scanned for itself, or keep it out of the scanned paths',
  )
}
