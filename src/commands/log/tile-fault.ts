import { sameBytes } from '../../core/record/log/bytes.ts'
import { type LogFault, logFault } from '../../core/record/log/log-fault.ts'
import { HASH_BYTES } from '../../core/record/log/merkle-hash.ts'
import type { TileSource } from '../../core/record/log/range-hash.ts'
import { TILE_WIDTH, tilesOf } from '../../core/record/log/tile.ts'
import { tilePath } from '../../core/record/log/tile-path.ts'

/** The first place where the tiles of a branch differ from those that its own entries make. */
export function tileFault(
  where: string,
  size: number,
  found: TileSource,
  remade: ReadonlyMap<string, Uint8Array>,
): LogFault | undefined {
  for (const tile of tilesOf(size)) {
    const path = tilePath(tile)
    const content = found(tile)
    const expected = remade.get(path) ?? new Uint8Array()
    if (sameBytes(content, expected)) continue
    const place = content.findIndex((byte, at) => byte !== expected[at])
    const index = tile.index * TILE_WIDTH + Math.floor(Math.max(place, 0) / HASH_BYTES)
    return logFault(
      'corrupt',
      tile.level === 0
        ? `entry ${index} does not match its hash (${path} in ${where})`
        : `${path} in ${where} does not match the tiles below it`,
    )
  }
  return undefined
}
