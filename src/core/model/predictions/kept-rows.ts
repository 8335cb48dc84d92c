import type { Batch, Cells, Hashes } from '../../tables/batch.ts'
import type { Measure } from '../../tables/measures/measure.ts'
import type { Reader } from '../../tables/types/define-type.ts'
import { type CellKind, mayBeEmpty, NUMBER_KINDS } from './cell-kinds.ts'
import { NO_NAME } from './names.ts'
import { addFault, mergeFaults, noRowFaults, type RowFaults } from './row-faults.ts'
import type { RowsJob } from './rows-job.ts'

/** Every row of a file of predictions, by column, in the parts in which they were read. */
export interface KeptRows {
  readonly parts: KeptPart[]
  readonly idFaults: RowFaults
  readonly columns: KeptColumn[]
}

/** Consecutive rows. */
export interface KeptPart {
  /** Ascending. */
  readonly places: Float64Array
  /** 96 bits of each id; of two rows with equal ones the ids are taken to be equal. */
  readonly ids: Hashes
  /** Of each column the numbers, or the codes of its names. */
  readonly cells: (Float64Array | Uint32Array)[]
}

/** What is known of a column over all parts. */
export interface KeptColumn {
  readonly faults: RowFaults
  /** Names of its codes; none of a column of numbers. */
  readonly names: string[]
  readonly codes: Map<string, number>
}

/** Keeps the columns of a job, and the ids by their hashes. */
export function keptRows({ id, columns }: RowsJob, header: readonly string[]): Measure<KeptRows> {
  const idIndex = header.indexOf(id)
  const takers = columns.map(({ name, cells }) => {
    const take = cells in NUMBER_KINDS ? numberTaker(cells) : nameTaker(mayBeEmpty(cells))
    return { index: header.indexOf(name), take }
  })
  return {
    key: `kept-rows ${JSON.stringify({ id, columns })}`,
    init: () => ({
      parts: [],
      idFaults: noRowFaults(),
      columns: columns.map(() => ({ faults: noRowFaults(), names: [], codes: new Map() })),
    }),
    add(state, batch) {
      const { a, b, c } = batch.cells(idIndex).hashes
      const places = batch.places.slice(0, batch.rows)
      blankIds(state.idFaults, batch.cells(idIndex), places)
      state.parts.push({
        places,
        ids: { a: a.slice(0, batch.rows), b: b.slice(0, batch.rows), c: c.slice(0, batch.rows) },
        cells: takers.map(({ index, take }, i) => take(batch, batch.cells(index), columnOf(state, i))),
      })
    },
    merge(state, other) {
      mergeFaults(state.idFaults, other.idFaults)
      const codes = other.columns.map((column, i) => mergeColumn(columnOf(state, i), column))
      for (const part of other.parts) {
        part.cells.forEach((cells, i) => {
          if (cells instanceof Uint32Array) recode(cells, codes[i] ?? [])
        })
        state.parts.push(part)
      }
    },
  }
}

function columnOf({ columns }: KeptRows, i: number): KeptColumn {
  const column = columns[i]
  if (!column) throw new Error('Not a column of this run')
  return column
}

type Taker = (batch: Batch, cells: Cells, column: KeptColumn) => Float64Array | Uint32Array

/** Numbers of a kind: a cell at fault is counted, and 0 stands for it. */
function numberTaker(kind: CellKind): Taker {
  const read = NUMBER_KINDS[kind]
  if (!read) throw new Error(`${kind} is no kind of number`)
  const reader: Reader = {
    form: { is: 'decimal' },
    read(text) {
      const number = read(text)
      return typeof number === 'number' ? number : Number.NaN
    },
  }
  return ({ rows, places }, cells, { faults }) => {
    const numbers = cells.values(reader).slice(0, rows)
    for (let row = 0; row < rows; row++) {
      const number = numbers[row] ?? Number.NaN
      // The kernel reads decimals by itself, whatever bounds the kind has.
      if (withinUnit(number)) continue
      const judged = read(cells.text(row))
      if (typeof judged === 'number') numbers[row] = judged
      else {
        addFault(faults, judged, places[row] ?? 0)
        numbers[row] = 0
      }
    }
    return numbers
  }

  /** Whether a number is one of the kind without a second look at its text. */
  function withinUnit(number: number): boolean {
    if (kind === 'flag') return number === 1
    return kind === 'number' || kind === 'instant' ? Number.isFinite(number) : number > 0 && number <= 1
  }
}

/** Names by their codes; a cell without one is counted, or has the empty name. */
function nameTaker(emptyToo: boolean): Taker {
  let known: { readonly texts: readonly string[]; readonly column: KeptColumn; readonly codes: number[] } | undefined
  return ({ rows, places }, cells, column) => {
    const taken = new Uint32Array(rows)
    const { codes } = cells
    if (codes && (known?.texts !== codes.texts || known.column !== column))
      known = { texts: codes.texts, column, codes: [] }
    for (let row = 0; row < rows; row++) {
      const code = codes ? codeOfCode(codes.of[row] ?? 0) : codeOf(cells.text(row), column, emptyToo)
      taken[row] = code
      if (code === NO_NAME) addFault(column.faults, 'empty', places[row] ?? 0)
    }
    return taken

    function codeOfCode(code: number): number {
      const own = known?.codes[code]
      if (own !== undefined) return own
      const found = codeOf(codes?.texts[code] ?? '', column, emptyToo)
      if (known) known.codes[code] = found
      return found
    }
  }
}

function codeOf(text: string, { names, codes }: KeptColumn, emptyToo: boolean): number {
  const name = text.trim() === '' ? '' : text
  if (name === '' && !emptyToo) return NO_NAME
  const known = codes.get(name)
  if (known !== undefined) return known
  codes.set(name, names.length)
  return names.push(name) - 1
}

/** Takes in the names of another run, and gives for each of its codes the own one. */
function mergeColumn(column: KeptColumn, other: KeptColumn): number[] {
  mergeFaults(column.faults, other.faults)
  return other.names.map(name => codeOf(name, column, true))
}

function recode(cells: Uint32Array, codes: readonly number[]): void {
  for (let row = 0; row < cells.length; row++) {
    const code = cells[row] ?? NO_NAME
    if (code !== NO_NAME) cells[row] = codes[code] ?? NO_NAME
  }
}

/** Counts ids without a visible character. */
function blankIds(faults: RowFaults, cells: Cells, places: Float64Array): void {
  const { empty, utf8 } = cells
  for (let row = 0; row < places.length; row++) {
    if (empty[row] !== 1) {
      if (utf8?.end(row) !== undefined && (utf8.bytes[utf8.start(row)] ?? 0) > 0x20) continue
      if (cells.text(row).trim() !== '') continue
    }
    addFault(faults, 'empty', places[row] ?? 0)
  }
}
