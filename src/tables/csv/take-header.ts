import { refuseHeader } from '../check-header.ts'
import type { Segment } from '../text/segments.ts'
import { faultOf, type TextFile, type TextTable } from '../text/text-file.ts'
import { headerRow } from './header-row.ts'

/** Takes the header off a file's first segment. */
export async function takeHeader(
  file: TextFile,
  separator: number,
  segments: AsyncGenerator<Segment>,
): Promise<TextTable> {
  const first = await segments.next()
  if (first.done || first.value.start === first.value.end) return { header: refused(undefined), segments }
  const row = headerRow(first.value, separator)
  if ('kind' in row) throw await faultOf(file, row, 0)
  const header = refused(row.cells)
  return { header, segments: rest({ ...first.value, start: row.next }) }

  function refused(header: readonly string[] | undefined): readonly string[] {
    refuseHeader(file.name, String.fromCharCode(separator), header)
    return header
  }

  async function* rest(begun: Segment): AsyncGenerator<Segment> {
    yield begun
    yield* segments
  }
}
