/** Hashes, or entries, in a full tile (https://c2sp.org/tlog-tiles): eight levels of the tree. */
export const TILE_WIDTH = 256

/** A tile as a file of the log: hashes of one level, or entries (level `entries`), counted from the left. */
export interface Tile {
  readonly level: number | 'entries'
  readonly index: number
  /** Full at 256. */
  readonly width: number
}

/** How many hashes a level of tiles holds in a tree of `size` entries. */
export const levelSize = (level: Tile['level'], size: number): number =>
  level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level)

/** The tile at a place of its level, as wide as it is in a tree of `size` entries; 0 where the tree does not reach it. */
export const tileAt = (level: Tile['level'], index: number, size: number): Tile => ({
  level,
  index,
  width: Math.min(TILE_WIDTH, Math.max(0, levelSize(level, size) - index * TILE_WIDTH)),
})

/** The levels that a tree of `size` entries has tiles of. */
export function* levelsOf(size: number): Generator<Tile['level']> {
  if (size > 0) yield 'entries'
  for (let level = 0; levelSize(level, size) > 0; level++) yield level
}

/** The tiles that are not full, of which a level has one at most: all that the next entries change, and enough for the root. */
export const edgeTiles = (size: number): Tile[] =>
  [...levelsOf(size)]
    .map(level => tileAt(level, Math.floor(levelSize(level, size) / TILE_WIDTH), size))
    .filter(({ width }) => width > 0)

/** Every tile of a tree of `size` entries. */
export function* tilesOf(size: number): Generator<Tile> {
  for (const level of levelsOf(size))
    for (let index = 0; index * TILE_WIDTH < levelSize(level, size); index++) yield tileAt(level, index, size)
}
