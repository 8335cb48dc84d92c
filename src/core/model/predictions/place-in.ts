import type { Location } from '../../evidence.ts'
import type { ShownRows } from '../../tables/shown-rows.ts'
import type { Predictions } from './predictions.ts'

/** Tells a row by its line and id; an id is no secret. */
export function placeIn({ source, places }: Predictions, shown: Pick<ShownRows, 'at'>) {
  return (row: number, column: string, note?: string): Location => {
    const { line, cells } = shown.at(places[row] ?? 0)
    const id = cells[source.header.indexOf(source.id)] ?? ''
    return {
      file: source.file,
      line,
      column,
      note: [`id ${id.slice(0, 80)}`, ...(note === undefined ? [] : [note])].join(', '),
    }
  }
}
