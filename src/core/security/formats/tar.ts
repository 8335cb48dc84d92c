import { hasAt, latin1 } from '../bytes.ts'
import { readRange } from '../content/read-range.ts'
import type { Source } from '../content/source.ts'
import { defineFormat, inconclusive } from '../format.ts'

const BLOCK = 512
const [SUM_START, SUM_END] = [148, 156]

/** POSIX.1-1988 and later, and Unix V7's, which has no magic number; also torch's oldest files and NeMo's. It is refused: nothing in a tar archive says whether it is whole. */
export const tar = defineFormat({
  id: 'tar',
  title: 'a tar archive',
  unread: true,
  recognise: source => hasAt(source, 'ustar', 257) || hasChecksum(source),
  inspect: () =>
    inconclusive(
      'Expected a model file but found a tar archive, which is a container of no model format that is in use',
      'Unpack it, so that each file is scanned for itself; save a PyTorch file of this age again with torch.save',
    ),
})

/** Whether the first block has the checksum by which readers know a header: the sum of its bytes, its own place taken for spaces. */
function hasChecksum(source: Source): boolean {
  if (source.size < BLOCK) return false
  const block = readRange(source, 0, BLOCK)
  const expected = numberIn(block.subarray(SUM_START, SUM_END))
  if (expected === undefined) return false
  const sum = (take: (byte: number) => number) =>
    block.reduce((total, byte, at) => total + (at >= SUM_START && at < SUM_END ? 0x20 : take(byte)), 0)
  // Old programs took bytes for signed numbers; readers take both sums.
  return sum(byte => byte) === expected || sum(byte => (byte < 0x80 ? byte : byte - 256)) === expected
}

/** An octal number as Python reads it (tarfile.py, nti), or after 0x80 a binary one. */
function numberIn(field: Uint8Array): number | undefined {
  if (field[0] === 0x80) return field.subarray(1).reduce((total, byte) => total * 256 + byte, 0)
  const [text = ''] = latin1(field).split('\0')
  const digits = /^\+?(?:0o)?_?([0-7]+(?:_[0-7]+)*)$/i.exec(text.trim())?.[1]
  return digits === undefined ? undefined : Number.parseInt(digits.replaceAll('_', ''), 8)
}
