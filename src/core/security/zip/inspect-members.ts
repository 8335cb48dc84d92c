import type { Inspection, InspectionContext } from '../format.ts'
import type { Archive, Member } from './archive.ts'
import type { Part } from './combine.ts'
import { HARMLESS_BYTES, inflatedBudget } from './inflated-budget.ts'
import { openMember } from './open-member.ts'

/**
 * Opens every member, one at a time, and gives what `inspect` says of each and the first fault of the archive or a member.
 * It ends early where members overlap or inflate so much that opening them all would take for ever.
 */
export async function inspectMembers(
  archive: Archive,
  context: InspectionContext,
  inspect: (member: Member, content: Uint8Array) => Inspection | undefined | Promise<Inspection | undefined>,
): Promise<{ readonly parts: readonly Part[]; readonly fault: string | undefined }> {
  const parts: Part[] = []
  let { fault } = archive
  let packed = 0
  let inflated = 0
  for (const member of archive.members) {
    packed += member.end - member.start
    if (packed > archive.bytes.length || inflated > inflatedBudget(archive.bytes.length)) {
      fault ??= 'its members are larger together than they can be'
      break
    }
    const { bytes, fault: damaged } = await openMember(archive, member, context)
    if (member.method === 'deflated') inflated += damaged === undefined ? bytes.length : HARMLESS_BYTES
    fault ??= damaged
    const inspection = await inspect(member, bytes)
    if (inspection) parts.push({ name: member.name, inspection })
  }
  return { parts, fault }
}
