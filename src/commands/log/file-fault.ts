import { type LogFault, logFault } from '../../core/record/log/log-fault.ts'
import { CHECKPOINT_FILE, isBesideTree, STATE_FILE } from '../../core/record/log/log-files.ts'
import { tilesOf } from '../../core/record/log/tile.ts'
import { tilePath } from '../../core/record/log/tile-path.ts'

/** A file that does not belong in the branch of a log of `size` entries, or one that is missing. */
export function fileFault(where: string, found: readonly string[], size: number): LogFault | undefined {
  const expected = new Set([CHECKPOINT_FILE, STATE_FILE])
  for (const tile of tilesOf(size)) {
    if (expected.size > found.length + 2) break
    expected.add(tilePath(tile))
  }
  const there = new Set(found)
  const missing = [...expected].find(path => !there.has(path))
  if (missing !== undefined) return logFault('corrupt', `expected ${missing} in ${where} but found no such file`)
  const junk = found.find(path => !expected.has(path) && !isBesideTree(path))
  return junk === undefined
    ? undefined
    : logFault('corrupt', `expected nothing but the log in ${where} but found ${JSON.stringify(junk)}`)
}
