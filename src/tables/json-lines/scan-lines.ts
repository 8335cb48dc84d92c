import type { RowFault, ScanRows } from '../text/scanned-rows.ts'
import { BLANK, NO_OBJECT, noPairs, type Pairs, scanLine } from './scan-line.ts'
import { writtenText } from './written-text.ts'

const encoder = new TextEncoder()

/** Finds the cells of objects with these keys; a key that an object lacks is an empty cell. */
export function scanLines(columns: readonly string[]): ScanRows {
  const keys = columns.map(column => encoder.encode(column))
  const byKey = new Map(columns.map((column, i) => [column, i]))
  const pairs = noPairs()
  // The row, counted from the first one ever, in which each column was met last.
  const met = new Float64Array(columns.length).fill(-1)
  let line = 0
  return (bytes, from, end, found) => {
    const { width, room, starts, ends, begins } = found
    found.rows = 0
    found.blank = -1
    let at = from
    while (found.rows < room && at < end) {
      const next = scanLine(bytes, at, pairs)
      if (next === BLANK) {
        at = bytes.indexOf(NEWLINE, at) + 1
        continue
      }
      if (next === NO_OBJECT) return fault('no-object')
      line += 1
      const base = found.rows * width
      for (let pair = 0; pair < pairs.count; pair++) {
        const column = isKey(bytes, pairs, pair, keys[pair]) ? pair : columnOf(bytes, pair)
        if (column === undefined) return fault('unknown-key')
        if (met[column] === line) return fault('repeated-key')
        met[column] = line
        starts[base + column] = pairs.places[4 * pair + 2] as number
        ends[base + column] = pairs.places[4 * pair + 3] as number
      }
      for (let column = 0; pairs.count < width && column < width; column++) {
        if (met[column] === line) continue
        starts[base + column] = at
        ends[base + column] = at
      }
      begins[found.rows] = at
      found.rows += 1
      at = next
    }
    return Math.min(at, end)

    function fault(kind: RowFault['kind']): RowFault {
      return { kind, at, cells: pairs.count }
    }
  }

  function columnOf(bytes: Uint8Array, pair: number): number | undefined {
    return byKey.get(keyOf(bytes, pairs, pair))
  }
}

const NEWLINE = 0x0a

/** Whether the key of a pair is written as this one. */
function isKey(bytes: Uint8Array, { places }: Pairs, pair: number, key: Uint8Array | undefined): boolean {
  const start = places[4 * pair] as number
  if (key?.length !== (places[4 * pair + 1] as number) - start) return false
  for (let i = 0; i < key.length; i++) if (bytes[start + i] !== key[i]) return false
  return true
}

/** The text of a pair's key. */
export function keyOf(bytes: Uint8Array, { places }: Pairs, pair: number): string {
  const start = places[4 * pair] ?? 0
  const end = places[4 * pair + 1] ?? 0
  const written = Buffer.from(bytes.buffer, bytes.byteOffset + start, (end < 0 ? ~end : end) - start).toString()
  return end < 0 ? writtenText(written) : written
}
