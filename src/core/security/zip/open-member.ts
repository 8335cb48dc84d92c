import { crc32 } from '../codecs/crc32.ts'
import type { Decompressed, InspectionContext } from '../format.ts'
import { printable } from '../printable.ts'
import type { Archive, Member } from './archive.ts'

/** The content of a member, compared with its size and checksum; what came before a fault where there is one. */
export async function openMember(archive: Archive, member: Member, context: InspectionContext): Promise<Decompressed> {
  const packed = archive.bytes.subarray(member.start, member.end)
  const { bytes, fault }: Decompressed =
    member.method === 'stored' ? { bytes: packed } : await context.decompress('deflate-raw', packed)
  const shown = printable(member.name)
  if (fault !== undefined) return { bytes, fault: `the member ${shown} cannot be inflated: ${fault}` }
  if (bytes.length !== member.size)
    return { bytes, fault: `the member ${shown} has ${bytes.length} bytes in place of ${member.size}` }
  return crc32(bytes) === member.crc32 ? { bytes } : { bytes, fault: `the member ${shown} has a wrong checksum` }
}
