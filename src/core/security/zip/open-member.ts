import { grouped } from '../../wording/grouped.ts'
import { crc32 } from '../codecs/crc32.ts'
import { memorySource } from '../content/memory-source.ts'
import { partOf } from '../content/part-of.ts'
import { readRange } from '../content/read-range.ts'
import type { Source } from '../content/source.ts'
import type { InspectionContext } from '../format.ts'
import type { Limit } from '../limits.ts'
import { printable } from '../printable.ts'
import type { Archive, Member } from './archive.ts'

/** What a member holds; what came before `fault` where there is one. */
export interface Opened {
  readonly content: Source
  readonly fault?: string
  readonly limit?: Limit
}

/** The content of a member, compared with its size and checksum. One that is stored is read where it is, piece by piece. */
export async function openMember(archive: Archive, member: Member, context: InspectionContext): Promise<Opened> {
  const { content, fault, limit } = await unpacked(archive, member, context)
  const shown = printable(member.name)
  if (fault !== undefined)
    return { content, fault: `the member ${shown} cannot be inflated: ${fault}`, ...(limit && { limit }) }
  if (content.size !== member.size)
    return {
      content,
      fault: `the member ${shown} has ${grouped(content.size)} bytes in place of ${grouped(member.size)}`,
    }
  if (checksum(content, context) !== member.crc32) return { content, fault: `the member ${shown} has a wrong checksum` }
  return { content }
}

async function unpacked({ source }: Archive, { method, start, end }: Member, context: InspectionContext) {
  if (method === 'stored') return { content: partOf(source, start, end) }
  const { bytes, ...rest } = await context.decompress('deflate-raw', readRange(source, start, end))
  return { content: memorySource(bytes), ...rest }
}

function checksum(content: Source, context: InspectionContext): number {
  const update = context.crc32 ?? crc32
  let sum = 0
  content.each(0, content.size, piece => {
    sum = update(piece, sum)
    return true
  })
  return sum
}
