import type { Hash } from './log-crypto.ts'
import { emptyRoot, HASH_BYTES, nodeHash } from './merkle-hash.ts'
import type { Range } from './ranges.ts'
import { TILE_WIDTH, type Tile, tileAt } from './tile.ts'

/** Levels of the tree that a tile spans. */
const TILE_HEIGHT = 8

/** Bytes of a tile of hashes. */
export type TileSource = (tile: Tile) => Uint8Array

/** A perfect subtree as hashes of one tile. */
interface Piece {
  readonly tile: Tile
  /** The first of its hashes in the tile, and how many they are: a power of two. */
  readonly start: number
  readonly count: number
}

/** The tiles that the hash of a range is made from, in a log of `size` entries. */
export const tilesOfRange = (range: Range, size: number): Tile[] => piecesOf(range, size).map(({ tile }) => tile)

/** Hash of the entries of a range, one that a proof is made of, from the tiles of a log of `size` entries. */
export function rangeHash(range: Range, size: number, tiles: TileSource, hash: Hash): Uint8Array {
  const hashes = piecesOf(range, size).map(piece => perfect(piece, tiles(piece.tile), hash))
  return hashes.length === 0 ? emptyRoot(hash) : hashes.reduceRight((right, left) => nodeHash(hash, left, right))
}

function piecesOf({ from, to }: Range, size: number): Piece[] {
  const pieces: Piece[] = []
  for (let at = from; at < to; ) {
    let height = 0
    while (at + 2 ** (height + 1) <= to) height++
    const level = Math.floor(height / TILE_HEIGHT)
    const count = 2 ** (height % TILE_HEIGHT)
    const first = at / TILE_WIDTH ** level
    pieces.push({ tile: tileAt(level, Math.floor(first / TILE_WIDTH), size), start: first % TILE_WIDTH, count })
    at += 2 ** height
  }
  return pieces
}

function perfect({ start, count }: Piece, tile: Uint8Array, hash: Hash): Uint8Array {
  let hashes = Array.from({ length: count }, (_, n) =>
    tile.subarray((start + n) * HASH_BYTES, (start + n + 1) * HASH_BYTES),
  )
  while (hashes.length > 1)
    hashes = hashes.flatMap((left, n) => {
      const right = hashes[n + 1]
      return n % 2 === 0 && right !== undefined ? [nodeHash(hash, left, right)] : []
    })
  return hashes[0] ?? emptyRoot(hash)
}
