import { TILE_WIDTH, type Tile } from './tile.ts'

/** Where a tile is kept: `tile/0/x001/234.p/57`, its index in groups of three digits, its width unless it is full (C2SP tlog-tiles). */
export function tilePath({ level, index, width }: Tile): string {
  const groups: string[] = []
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`${groups.length === 0 ? '' : 'x'}${String(rest % 1000).padStart(3, '0')}`)
  return `tile/${level}/${groups.join('/')}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}
