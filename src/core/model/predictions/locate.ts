import type { Check, Location } from '../../evidence.ts'
import type { ShownRow } from '../../tables/shown-rows.ts'
import type { PredictionSource } from './prediction-source.ts'

/** Tells a row of a file by its place. */
export type Show = (source: PredictionSource, place: number) => ShownRow

/** A place in a file of rows that is told once its row has been looked up. */
export type Locate = (show: Show) => Location

/** A check whose places in files of rows are told last, of those that are shown. */
export interface PendingCheck extends Check {
  readonly locate?: readonly Locate[]
}

/** The checks with their places; pure, and asked more than once: see `showRows`. */
export const locateChecks = (checks: readonly PendingCheck[], show: Show): Check[] =>
  checks.map(({ locate, ...check }) =>
    locate && locate.length > 0 ? { ...check, locations: locate.map(one => one(show)) } : check,
  )

/** A row of a file, with what is wrong in it. */
export const rowOf =
  (source: PredictionSource, place: number, column: string | undefined, note: string): Locate =>
  show => ({ file: source.file, line: show(source, place).line, ...(column === undefined ? {} : { column }), note })

/** A row of a file by its line and id; an id is no secret. */
export const namedRow =
  (source: PredictionSource, place: number, column: string, note?: (show: Show) => string): Locate =>
  show => {
    const { line, cells } = show(source, place)
    const id = cells[source.header.indexOf(source.id)] ?? ''
    const more = note === undefined ? '' : `, ${note(show)}`
    return { file: source.file, line, column, note: `id ${id.slice(0, 80)}${more}` }
  }
