import { fromUtf8 } from '../../core/record/log/bytes.ts'
import { MAX_ENTRY_BYTES } from '../../core/record/log/entry-bundle.ts'
import { type LogFault, logFault } from '../../core/record/log/log-fault.ts'
import { HASH_BYTES } from '../../core/record/log/merkle-hash.ts'
import type { TileSource } from '../../core/record/log/range-hash.ts'
import type { Tile } from '../../core/record/log/tile.ts'
import { tilePath } from '../../core/record/log/tile-path.ts'
import type { LogBranch } from '../../ports/log-branch.ts'

/** Files that are asked for in one turn: a forge is asked for many in one request. */
const AT_ONCE = 100

/** Tiles as of one commit, read once each; `fault` in place of them where one is missing or of the wrong length. */
export interface CommittedTiles {
  load(tiles: Iterable<Tile>): Promise<LogFault | undefined>
  /** A tile that was loaded. */
  readonly get: TileSource
}

export function committedTiles(branch: LogBranch, commit: string): CommittedTiles {
  const contents = new Map<string, Uint8Array>()
  async function read(tile: Tile): Promise<LogFault | undefined> {
    const path = tilePath(tile)
    const content = await branch.read(commit, path)
    if (content === undefined) return logFault('corrupt', `expected ${path} in ${branch.name} but found no such file`)
    const wrong =
      tile.level === 'entries'
        ? content.length > tile.width * (MAX_ENTRY_BYTES + 2)
        : content.length !== tile.width * HASH_BYTES
    if (wrong)
      return logFault(
        'corrupt',
        `expected ${tile.width} places in ${path} of ${branch.name} but found ${content.length} bytes`,
      )
    contents.set(path, content)
    return undefined
  }
  return {
    async load(tiles) {
      const wanted = new Map([...tiles].map(tile => [tilePath(tile), tile]))
      const missing = [...wanted].filter(([path]) => !contents.has(path)).map(([, tile]) => tile)
      for (let at = 0; at < missing.length; at += AT_ONCE) {
        const faults = await Promise.all(missing.slice(at, at + AT_ONCE).map(read))
        const fault = faults.find(one => one !== undefined)
        if (fault !== undefined) return fault
      }
      return undefined
    },
    get(tile) {
      const content = contents.get(tilePath(tile))
      if (content === undefined) throw new RangeError(`${tilePath(tile)} was not loaded`)
      return content
    },
  }
}

/** A small text of the branch; undefined where there is none, or none of that size in strict UTF-8. */
export async function readSmallText(
  branch: LogBranch,
  commit: string,
  path: string,
  maxBytes: number,
): Promise<string | undefined> {
  const content = await branch.read(commit, path)
  return content === undefined || content.length > maxBytes ? undefined : fromUtf8(content)
}
