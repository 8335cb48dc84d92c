import type { Source } from '../content/source.ts'
import { printable } from '../printable.ts'
import type { Report } from './archive.ts'
import { descriptorFits } from './descriptor.ts'
import { type Located, SIZES_AFTER } from './locate.ts'

/** Members must follow one another without gap or overlap from the archive's first byte to its central directory. */
export function checkTiles(
  source: Source,
  members: readonly Located[],
  [first, directory]: readonly [first: number, directory: number],
  report: Report,
): void {
  const inOrder = members.toSorted((a, b) => a.at - b.at)
  if ((inOrder[0]?.at ?? directory) !== first) report('something stands before its first member')
  for (const [i, { header, member }] of inOrder.entries()) {
    const shown = printable(member.name)
    const next = inOrder[i + 1]?.at ?? directory
    if (next < member.end) report(`the member ${shown} overlaps what follows it`)
    else if (header.flags & SIZES_AFTER) {
      if (!descriptorFits(source, member.end, next, header))
        report(`the sizes after the member ${shown} are not its own`)
    } else if (next !== member.end) report(`something stands after the member ${shown}`)
  }
}
