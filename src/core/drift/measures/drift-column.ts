import type { Batch, Cells, Codes, Hashes } from '../../tables/batch.ts'
import type { Measure } from '../../tables/measures/measure.ts'
import type { Reader } from '../../tables/types/define-type.ts'
import { finiteNumber } from '../cell.ts'
import { instantOf } from '../instant-of.ts'
import { millisecondsOf } from '../milliseconds-of.ts'
import { beginsText, type SortedText, sortText } from './cell-sort.ts'
import { type ColumnState, mergeCells, noCells } from './column-state.ts'
import { find } from './found.ts'
import { lotsOf } from './lots.ts'
import { addValues } from './moments.ts'
import { draw } from './number-sample.ts'
import { countText } from './text-counts.ts'
import { lotByHash, textLot } from './text-lot.ts'
import { countValue, countValues } from './value-counts.ts'

/** What to measure of a column. */
export interface DriftColumn {
  readonly name: string
  /** Place in the header. */
  readonly index: number
  /** Categories of the other side, which are told apart however many others there are. */
  readonly known: readonly string[]
  /** Numbers that are kept; of more, a sample of so many. */
  readonly size: number
}

const NUMBERS: Reader = { form: { is: 'decimal' }, read: text => finiteNumber(text) ?? Number.NaN }

/** Dates alone, or with a time, in milliseconds since 1970; both take the other, too, only not as fast. */
const DAYS: Reader = { form: { is: 'day' }, read: millisecondsOf }
const TIMES: Reader = { form: { is: 'time' }, read: millisecondsOf }
/** Length of a date alone. */
const DAY = 10

/** A text of few, which is not sorted again when it is met again. */
interface KnownText extends SortedText {
  readonly text: string
  readonly lot: number
  /** NaN where it is no date. */
  readonly instant: number
}

/** Counts the cells of a column by their sort, its categories, and keeps its numbers or a sample of them. */
export function driftColumn({ name, index, known, size }: DriftColumn): Measure<ColumnState> {
  const knownTexts = new Set(known)
  const knownNumbers = new Set(known.flatMap(text => finiteNumber(text) ?? []))
  const knownLots = new Set(known.map(textLot))
  let memo: { readonly texts: readonly string[]; readonly sorted: KnownText[] } = { texts: [], sorted: [] }
  /** Whether the last batch held more texts than numbers: it is then faster not to try each as a number. */
  let isText = false
  /** How to read dates, where the last batch held more of them than other texts. */
  let dates: Reader | undefined
  /** Of the rows of the batch at hand that hold dates, the instants; undefined until there is one. */
  let instants: Float64Array | undefined
  return {
    key: `drift-column ${JSON.stringify(name)}`,
    asks: { is: 'drift', column: { name, index }, known, size },
    init: noCells,
    add(state, batch) {
      const cells = batch.cells(index)
      const { codes } = cells
      state.rows += batch.rows
      if (codes) addCoded(state, batch, codes)
      else if (isText) addTexts(state, batch, cells)
      else addNumbers(state, batch, cells)
      if (instants) draw(state.instants, instants, lotsOf(batch), size)
      instants = undefined
    },
    merge: (state, other) => mergeCells(state, other, size, { numbers: knownNumbers, texts: knownTexts }),
  }

  /** Few different texts: each is sorted once, and counted in one go. */
  function addCoded(state: ColumnState, batch: Batch, { of, texts }: Codes): void {
    if (memo.texts !== texts) memo = { texts, sorted: [] }
    const { sorted } = memo
    for (let code = sorted.length; code < texts.length; code++) sorted.push(knownText(texts[code] ?? ''))
    const counts = new Uint32Array(texts.length)
    for (let row = 0; row < batch.rows; row++) {
      const code = of[row] ?? 0
      counts[code] = (counts[code] ?? 0) + 1
    }
    let numbers = 0
    for (const [code, count] of counts.entries()) {
      const known = sorted[code]
      if (count === 0 || !known) continue
      const { sort, value, text, lot } = known
      if (sort === 'missing') state.missing += count
      else if (sort === 'number') {
        numbers += count
        countValue(state.values, value, count, knownNumbers)
      } else addText(state, sort, text, lot, count, firstPlace(state, batch, of, code, text))
    }
    if (sorted.some(({ instant }, code) => (counts[code] ?? 0) > 0 && !Number.isNaN(instant))) {
      instants = valuesOf(of, sorted, 'instant')
      state.dates += instants.reduce((sum, instant) => sum + (Number.isNaN(instant) ? 0 : 1), 0)
    }
    if (numbers === 0) return
    const values = valuesOf(of, sorted, 'value')
    addValues(state.moments, values)
    draw(state.sample, values, lotsOf(batch), size)
  }

  /** Where a code's first row stands, or a place before it where the text has been met already. */
  function firstPlace({ texts }: ColumnState, { places }: Batch, of: Uint32Array, code: number, text: string): number {
    const before = texts.counts.get(text)?.place ?? Number.POSITIVE_INFINITY
    return (places[0] ?? 0) > before ? before : (places[of.indexOf(code)] ?? 0)
  }

  function addNumbers(state: ColumnState, batch: Batch, cells: Cells): void {
    const values = cells.values(NUMBERS)
    const { empty } = cells
    const before = state.moments.n
    addValues(state.moments, values)
    draw(state.sample, values, lotsOf(batch), size)
    countValues(state.values, values, knownNumbers)
    const numbers = state.moments.n - before
    if (numbers === batch.rows) return
    let others = 0
    for (let row = 0; row < values.length; row++) {
      if (!Number.isNaN(values[row])) continue
      if (empty[row] === 1) state.missing += 1
      else {
        addCell(state, batch, cells.text(row), row)
        others += 1
      }
    }
    isText = others > numbers
  }

  function addTexts(state: ColumnState, batch: Batch, cells: Cells): void {
    const { empty, utf8, hashes } = cells
    const milliseconds = dates && cells.values(dates)
    const before = state.dates
    let lastDate = -1
    const numbers = new Float64Array(batch.rows).fill(Number.NaN)
    let found = 0
    let others = 0
    for (let row = 0; row < batch.rows; row++) {
      const place = batch.places[row] ?? 0
      if (empty[row] === 1) {
        state.missing += 1
        continue
      }
      others += 1
      const millisecond = milliseconds?.[row] ?? Number.NaN
      if (!Number.isNaN(millisecond)) {
        addInstant(state, batch, row, millisecond / 1000)
        lastDate = row
        addHashed(state, cells, row, hashes, place)
        continue
      }
      if (utf8?.end(row) !== undefined && beginsText(utf8.bytes[utf8.start(row)] ?? 0)) {
        addHashed(state, cells, row, hashes, place)
        continue
      }
      const known = state.dates
      const value = addCell(state, batch, cells.text(row), row)
      if (state.dates > known) lastDate = row
      if (Number.isNaN(value)) continue
      countValue(state.values, value, 1, knownNumbers)
      numbers[row] = value
      found += 1
      others -= 1
    }
    if (found > 0) {
      addValues(state.moments, numbers)
      draw(state.sample, numbers, lotsOf(batch), size)
    }
    isText = others >= found
    dates = 2 * (state.dates - before) > others ? (cells.text(lastDate).length === DAY ? DAYS : TIMES) : undefined
  }

  /** Of far more different texts than are told apart, most need not even be read. */
  function addHashed(state: ColumnState, cells: Cells, row: number, hashes: Hashes, place: number): void {
    const lot = lotByHash(hashes, row)
    if (lot > state.texts.limit && !knownLots.has(lot)) {
      find(state.text, 1, place)
      find(state.texts.dropped, 1, place)
    } else addText(state, 'text', cells.text(row), lot, 1, place)
  }

  /** Counts a cell that is not empty by its text, unless it is a number, which it gives. */
  function addCell(state: ColumnState, batch: Batch, text: string, row: number): number {
    const { sort, value } = sortText(text)
    if (sort === 'missing') state.missing += 1
    else if (sort !== 'number') addText(state, sort, text, textLot(text), 1, batch.places[row] ?? 0)
    if (sort !== 'text') return value
    const instant = instantOf(text)
    if (!Number.isNaN(instant)) addInstant(state, batch, row, instant)
    return value
  }

  function addInstant(state: ColumnState, { rows }: Batch, row: number, instant: number): void {
    instants ??= new Float64Array(rows).fill(Number.NaN)
    instants[row] = instant
    state.dates += 1
  }

  function addText(
    state: ColumnState,
    sort: 'text' | 'non-finite',
    text: string,
    lot: number,
    count: number,
    place: number,
  ): void {
    find(sort === 'text' ? state.text : state.nonFinite, count, place)
    countText(state.texts, text, lot, count, place, knownTexts)
  }
}

function valuesOf(of: Uint32Array, sorted: readonly KnownText[], what: 'value' | 'instant'): Float64Array {
  const values = new Float64Array(of.length)
  for (let row = 0; row < of.length; row++) values[row] = sorted[of[row] ?? 0]?.[what] ?? Number.NaN
  return values
}

const knownText = (text: string): KnownText => ({
  ...sortText(text),
  text,
  lot: textLot(text),
  instant: instantOf(text),
})
