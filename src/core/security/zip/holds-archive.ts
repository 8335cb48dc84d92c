import { hasAt } from '../bytes.ts'
import type { Source } from '../content/source.ts'
import { viewAt } from '../content/view-at.ts'
import { findEnd } from './end-of-directory.ts'

/**
 * Whether a reader that searches a file for the end of a zip archive, as Python's does, takes these bytes for one, whatever they
 * begin with: there is an end record, and before it a central directory, zip64's end of it, or nothing.
 */
export function holdsArchive(source: Source): boolean {
  const end = findEnd(source)
  if (end === undefined) return false
  if (hasAt(source, 'PK\x06\x07', end - 20)) return true
  const view = viewAt(source, end, 22)
  const size = view.getUint32(12, true)
  return size === 0 ? end === 0 : size <= end && hasAt(source, 'PK\x01\x02', end - size)
}
