import { UserError } from '../../core/user-error.ts'
import { ownRoom } from '../text/room.ts'
import type { RowFault } from '../text/scanned-rows.ts'
import { faultOf, type TextFile, textSegments } from '../text/text-file.ts'
import { BLANK, NO_OBJECT, noPairs, scanLine } from './scan-line.ts'
import { keyOf } from './scan-lines.ts'

/** Objects whose keys are the columns: those of all would take a pass of their own. */
const LOOKED_AT = 1000
const PIECE = 64 * 1024

/** The keys of a file's first objects, in the order in which they come first. */
export async function keysOf(file: TextFile): Promise<string[]> {
  const keys = new Set<string>()
  const pairs = noPairs()
  let objects = 0
  const reader = await file.source.open(0)
  try {
    for await (const { bytes, base, start, end } of textSegments(file, reader, ownRoom, PIECE)) {
      for (let at = start; at < end && objects < LOOKED_AT; ) {
        const next = scanLine(bytes, at, pairs)
        if (next === NO_OBJECT) throw await fault({ kind: 'no-object', at: base + at, cells: 0 })
        if (next === BLANK) {
          at = bytes.indexOf(NEWLINE, at) + 1
          continue
        }
        objects += 1
        for (let pair = 0; pair < pairs.count; pair++) keys.add(keyOf(bytes, pairs, pair))
        at = next
      }
      if (objects === LOOKED_AT) break
    }
  } finally {
    await reader.close()
  }
  if (keys.size > 0) return [...keys]
  throw new UserError('table.empty', `Expected an object on every line but ${file.name} has none`, {
    file: file.name,
    hint: 'Check the step that writes it',
  })

  function fault(fault: RowFault): Promise<Error> {
    return faultOf(file, fault, 0)
  }
}

const NEWLINE = 0x0a
