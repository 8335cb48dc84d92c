import { grouped } from '../../wording/grouped.ts'
import type { Source } from '../content/source.ts'
import type { Hear, Inspection, InspectionContext } from '../format.ts'
import { type Limit, USUAL_LIMITS } from '../limits.ts'
import { printable } from '../printable.ts'
import type { Archive, Member } from './archive.ts'
import type { Part } from './combine.ts'
import { HARMLESS_BYTES, inflatedBudget } from './inflated-budget.ts'
import { openMember } from './open-member.ts'

/** What was found in the members of an archive, and the first fault of the archive or of one of them. */
export interface InspectedMembers {
  readonly parts: readonly Part[]
  readonly fault: string | undefined
  /** The limit that the fault is about. */
  readonly limit: Limit | undefined
}

/**
 * Opens every member, one at a time, and gives what `inspect` says of each. It ends early where members overlap or inflate so much
 * that opening them all would take for ever.
 */
export async function inspectMembers(
  archive: Archive,
  context: InspectionContext,
  inspect: (
    member: Member,
    content: Source,
    context: InspectionContext,
  ) => Inspection | undefined | Promise<Inspection | undefined>,
): Promise<InspectedMembers> {
  const budget = inflatedBudget(archive.source.size, context.limits ?? USUAL_LIMITS)
  const parts: Part[] = []
  let { fault } = archive
  let limit: Limit | undefined
  const note = (found: string | undefined, by?: Limit) => {
    if (fault !== undefined || found === undefined) return
    fault = found
    limit = by
  }
  if (archive.inflated > budget)
    note(`its members inflate to ${grouped(archive.inflated)} bytes, as a bomb does`, 'ratio')
  let packed = 0
  let inflated = 0
  for (const member of archive.members) {
    packed += member.end - member.start
    if (packed > archive.source.size || inflated > budget) {
      note('its members are larger together than they can be', inflated > budget ? 'ratio' : undefined)
      break
    }
    const opened = await openMember(archive, member, context)
    if (member.method === 'deflated') inflated += opened.fault === undefined ? opened.content.size : HARMLESS_BYTES
    note(opened.fault, opened.limit)
    const inspection = await inspect(member, opened.content, inMember(member.name, context))
    if (inspection) parts.push({ name: member.name, inspection })
  }
  return { parts, fault, limit }
}

/** A context that says of the texts that it hears in which member they are. */
function inMember(name: string, context: InspectionContext): InspectionContext {
  const { hear, inside } = context
  if (!hear) return context
  const named: Hear = (where, text) => hear(`${where} of ${printable(name)}`, text)
  return { ...context, hear: named, ...(inside && { inside: source => inside(source, named) }) }
}
