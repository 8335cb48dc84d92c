import { readEntries } from '../../core/record/log/entry-bundle.ts'
import { type LogFault, logFault } from '../../core/record/log/log-fault.ts'
import { TILE_WIDTH, type Tile, tileAt } from '../../core/record/log/tile.ts'
import { tilePath } from '../../core/record/log/tile-path.ts'
import type { CommittedTiles } from './read-tree.ts'

/** An entry and its place in the log. */
export interface CommittedEntry {
  readonly index: number
  readonly entry: Uint8Array
}

/** The entries from a place on to the end of a log of `size` entries, as the bundles hold them. */
export async function committedEntries(
  from: number,
  size: number,
  tiles: CommittedTiles,
): Promise<CommittedEntry[] | LogFault> {
  const bundles: Tile[] = []
  for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < size; index++)
    bundles.push(tileAt('entries', index, size))
  const fault = await tiles.load(bundles)
  if (fault !== undefined) return fault
  const found: CommittedEntry[] = []
  for (const bundle of bundles) {
    const entries = readEntries(tiles.get(bundle), bundle.width)
    if (entries === undefined)
      return logFault('corrupt', `expected ${bundle.width} entries in ${tilePath(bundle)} but found another number`)
    for (const [n, entry] of entries.entries()) found.push({ index: bundle.index * TILE_WIDTH + n, entry })
  }
  return found.filter(({ index }) => index >= from)
}
