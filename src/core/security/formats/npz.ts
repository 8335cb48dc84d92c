import { grouped } from '../../wording/grouped.ts'
import { defineFormat, type Inspection, inconclusive } from '../format.ts'
import { combine } from '../zip/combine.ts'
import { inspectMembers } from '../zip/inspect-members.ts'
import { archiveOf, zipKind } from '../zip-kind.ts'
import { npy } from './npy.ts'

/** A zip archive of .npy files, as numpy.savez writes it. */
export const npz = defineFormat({
  id: 'npz',
  title: 'a NumPy archive',
  recognise: source => zipKind(source) === 'npz',
  async inspect(source, context): Promise<Inspection> {
    const archive = archiveOf(source)
    const { parts, fault, limit } = await inspectMembers(archive, context, (_, content, inMember) =>
      npy.recognise(content) ? npy.inspect(content, inMember) : STRANGE,
    )
    const count = archive.members.length
    return combine(
      parts,
      fault,
      `${grouped(count)} NumPy ${count === 1 ? 'array' : 'arrays'}, each exactly as long as its header says`,
      limit,
    )
  },
})

const STRANGE = inconclusive(
  'Expected a NumPy array but found something else',
  'Save the arrays again with numpy.savez, and keep other files apart',
)
