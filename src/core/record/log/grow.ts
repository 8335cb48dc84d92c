import { concat } from './bytes.ts'
import { readEntries, writeEntries } from './entry-bundle.ts'
import type { Hash } from './log-crypto.ts'
import { HASH_BYTES, leafHash, nodeHash } from './merkle-hash.ts'
import { edgeTiles, levelSize, TILE_WIDTH, type Tile } from './tile.ts'
import { tilePath } from './tile-path.ts'

/** What new entries do to the files of a log. */
export interface Growth {
  readonly size: number
  /** Tiles that are new or wider than before, by path. Full tiles of before are never among them. */
  readonly written: ReadonlyMap<string, Uint8Array>
  /** Paths of the narrower tiles that they take the place of. */
  readonly replaced: readonly string[]
}

/** Appends entries to a log of `size` entries, of which only the tiles at its edge are read. */
export function grow(
  size: number,
  edge: (tile: Tile) => Uint8Array,
  entries: readonly Uint8Array[],
  hash: Hash,
): Growth {
  const before = edgeTiles(size)
  const open = new Map(before.map(tile => [tile.level, partsOf(tile, edge(tile))]))
  const grown = new Map<Tile['level'], number>()
  const written = new Map<string, Uint8Array>()

  function push(level: Tile['level'], part: Uint8Array): void {
    const parts = open.get(level) ?? []
    parts.push(part)
    open.set(level, parts)
    const count = (grown.get(level) ?? levelSize(level, size)) + 1
    grown.set(level, count)
    if (parts.length < TILE_WIDTH) return
    written.set(tilePath({ level, index: count / TILE_WIDTH - 1, width: TILE_WIDTH }), contentOf(level, parts))
    open.set(level, [])
    if (level !== 'entries') push(level + 1, perfect(parts, hash))
  }

  for (const entry of entries) {
    push('entries', entry)
    push(0, leafHash(hash, entry))
  }
  for (const [level, count] of grown) {
    const parts = open.get(level) ?? []
    const tile = { level, index: Math.floor(count / TILE_WIDTH), width: parts.length }
    if (parts.length > 0) written.set(tilePath(tile), contentOf(level, parts))
  }
  return {
    size: size + entries.length,
    written,
    replaced: before.filter(({ level }) => grown.has(level)).map(tilePath),
  }
}

function partsOf({ level, width }: Tile, content: Uint8Array): Uint8Array[] {
  const parts =
    level === 'entries'
      ? readEntries(content, width)
      : Array.from({ length: width }, (_, n) => content.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES))
  if (parts === undefined) throw new RangeError('The tiles at the edge are to be checked before they grow')
  return parts
}

const contentOf = (level: Tile['level'], parts: readonly Uint8Array[]): Uint8Array =>
  level === 'entries' ? writeEntries(parts) : concat(...parts)

function perfect(hashes: readonly Uint8Array[], hash: Hash): Uint8Array {
  const [left, right] = hashes
  if (left === undefined) throw new RangeError('A subtree without hashes has no hash')
  if (right === undefined) return left
  const middle = hashes.length / 2
  return nodeHash(hash, perfect(hashes.slice(0, middle), hash), perfect(hashes.slice(middle), hash))
}
