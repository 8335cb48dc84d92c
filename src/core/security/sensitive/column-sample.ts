/** Distinct values that are looked at per column. */
const KEPT = 1000
/** Longer cells are no identifier of any kind; only their start is kept. */
const MAX_CELL = 512
const NOTHING = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', 'nil', '-', '?'])

/** What is kept of a column: how many cells say something, and a sample of the distinct ones with how often each occurs. */
export interface ColumnSample {
  readonly name: string
  readonly cells: number
  readonly values: ReadonlyMap<string, number>
}

/**
 * Takes a column's cells in one pass and keeps the distinct values whose hashes are smallest (Bar-Yossef et al. 2002,
 * bottom-k): a uniform sample of the distinct values, the same in any order of rows, with the exact count of each.
 */
export function sampleColumn(name: string): { add(cell: string): void; finish(): ColumnSample } {
  let cells = 0
  let kept = new Map<string, { count: number; hash: number }>()
  let limit = Number.POSITIVE_INFINITY
  return {
    add(whole) {
      const cell = whole.length > MAX_CELL ? whole.slice(0, MAX_CELL) : whole
      const known = kept.get(cell)
      if (known) {
        known.count++
        cells++
        return
      }
      const value = cell.trim()
      if (NOTHING.has(value.length > 4 ? 'x' : value.toLowerCase())) return
      cells++
      const hash = hashOf(cell)
      if (hash > limit) return
      kept.set(cell, { count: 1, hash })
      if (kept.size >= 2 * KEPT) prune()
    },
    finish() {
      if (kept.size > KEPT) prune()
      return { name, cells, values: trimmed(kept) }
    },
  }

  function prune() {
    const ordered = [...kept].toSorted(([a, { hash: x }], [b, { hash: y }]) => x - y || (a < b ? -1 : 1)).slice(0, KEPT)
    limit = ordered.at(-1)?.[1].hash ?? limit
    kept = new Map(ordered)
  }
}

function trimmed(kept: ReadonlyMap<string, { count: number }>): Map<string, number> {
  const values = new Map<string, number>()
  for (const [cell, { count }] of kept) {
    // A column of whole numbers with gaps leaves pandas as floats: 79927398713.0.
    const value = cell.trim().replace(/^(\d{4,})\.0$/, '$1')
    values.set(value, (values.get(value) ?? 0) + count)
  }
  return values
}

/** FNV-1a over UTF-16 units, then a finaliser that spreads neighbours apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
