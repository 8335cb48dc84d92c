import type { Batch, CellBytes, Codes } from '../batch.ts'
import type { Column } from '../column.ts'
import { addFailure, type Failures, mergeFailures, noFailures } from './failures.ts'
import type { Measure } from './measure.ts'

/** `undecided`: the cell cannot be judged, and so cannot pass. */
export type Judgement = 'pass' | 'fail' | 'undecided'

/** How single cells are judged. */
export interface CellJudge {
  /** What it looks at, where that is not both the text and the value: the other is then not read, and given as '' or NaN. */
  readonly reads?: 'text' | 'value'
  /** Values that pass, ends included, so that they need not be judged one by one. */
  readonly passes?: readonly [low: number, high: number]
  /** Whether every other value fails, and what is none is judged as such. */
  readonly isExact?: boolean
  /** Values that fail, ends included, where everything else passes, what is no value too. */
  readonly fails?: readonly [low: number, high: number]
  /** Lengths in code points that pass, ends included, where every other fails; `extent` is the length then. */
  readonly characters?: readonly [low: number, high: number]
  /** `value` is the cell as its type reads it, NaN where it does not. */
  judge(text: string, value: number): Judgement
  /** The same of a cell's bytes, where it reads the text alone. */
  judgeBytes?(bytes: Uint8Array, start: number, end: number): Judgement
  /** What is measured of a cell whose smallest and greatest say how near the limit the column is. */
  extent?(text: string, value: number): number
}

/** The cells of a column, judged one by one; empty ones left out. */
export interface JudgedCells {
  rows: number
  /** Cells judged. */
  n: number
  /** Extent of the cells that were not undecided. */
  low: number
  high: number
  readonly failed: Failures
  readonly undecided: Failures
}

/** Judges every filled cell of a column; `key` names the rule. */
export function judgedCells(key: string, column: Column, judge: CellJudge): Measure<JudgedCells> {
  let memo: Memo = { texts: [], judgements: [] }
  const asks = { is: 'cells', column, judge } as const
  return { key: `judged-cells ${JSON.stringify([column.name, key])}`, asks, init, add, merge }

  function add(state: JudgedCells, batch: Batch): void {
    state.rows += batch.rows
    const { codes } = batch.cells(column.index)
    if (codes) addCoded(state, batch, codes)
    else addCells(state, batch)
  }

  /** A text that is met again is not judged again. */
  function addCoded(state: JudgedCells, batch: Batch, { of, texts }: Codes): void {
    if (memo.texts !== texts) memo = { texts, judgements: [] }
    const { judgements } = memo
    const { empty } = batch.cells(column.index)
    for (let row = 0; row < batch.rows; row++) {
      if (empty[row] === 1) continue
      state.n += 1
      const code = of[row] ?? 0
      let judgement = judgements[code]
      if (judgement === undefined) {
        judgement = judgeText(texts[code] ?? '')
        judgements[code] = judgement
      }
      if (judgement.low < state.low) state.low = judgement.low
      if (judgement.high > state.high) state.high = judgement.high
      if (judgement.is !== 'pass') keep(state, judgement.is, batch.places[row] ?? 0, texts[code] ?? '')
    }
  }

  function judgeText(text: string): Known {
    const value = column.reader ? column.reader.read(text) : Number.NaN
    const is = judge.judge(text, value)
    const extent = judge.extent && is !== 'undecided' ? judge.extent(text, value) : Number.NaN
    return Number.isNaN(extent)
      ? { is, low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }
      : { is, low: extent, high: extent }
  }

  function addCells(state: JudgedCells, batch: Batch): void {
    const cells = batch.cells(column.index)
    const { empty } = cells
    if (judge.passes && column.reader && (!judge.extent || judge.reads === 'value')) {
      addValues(state, batch, cells.values(column.reader), judge.passes)
      return
    }
    const { utf8 } = cells
    if (judge.judgeBytes && utf8 && !judge.extent) {
      addBytes(state, batch, utf8, (bytes, start, end) => judge.judgeBytes?.(bytes, start, end) ?? 'undecided')
      return
    }
    const values = judge.reads !== 'text' && column.reader ? cells.values(column.reader) : undefined
    const reads = judge.reads !== 'value'
    for (let row = 0; row < batch.rows; row++) {
      if (empty[row] === 1) continue
      state.n += 1
      const text = reads ? cells.text(row) : ''
      const value = values ? (values[row] ?? Number.NaN) : Number.NaN
      const is = judge.judge(text, value)
      if (is !== 'pass') keep(state, is, batch.places[row] ?? 0, reads ? text : cells.text(row))
      if (judge.extent && is !== 'undecided') {
        const extent = judge.extent(text, value)
        if (extent < state.low) state.low = extent
        if (extent > state.high) state.high = extent
      }
    }
  }

  function addBytes(
    state: JudgedCells,
    batch: Batch,
    { bytes, start, end }: CellBytes,
    judgeBytes: NonNullable<CellJudge['judgeBytes']>,
  ): void {
    const cells = batch.cells(column.index)
    const { empty } = cells
    for (let row = 0; row < batch.rows; row++) {
      if (empty[row] === 1) continue
      state.n += 1
      const stop = end(row)
      const is = stop === undefined ? judge.judge(cells.text(row), Number.NaN) : judgeBytes(bytes, start(row), stop)
      if (is !== 'pass') keep(state, is, batch.places[row] ?? 0, cells.text(row))
    }
  }

  function addValues(
    state: JudgedCells,
    batch: Batch,
    values: Float64Array,
    [from, to]: readonly [number, number],
  ): void {
    const cells = batch.cells(column.index)
    const { empty } = cells
    let { n, low, high } = state
    for (let row = 0; row < batch.rows; row++) {
      const value = values[row] ?? Number.NaN
      if (value >= from && value <= to) {
        n += 1
        if (value < low) low = value
        if (value > high) high = value
      } else if (empty[row] !== 1) {
        n += 1
        const is = judge.judge(judge.reads === 'value' ? '' : cells.text(row), value)
        if (is !== 'pass') keep(state, is, batch.places[row] ?? 0, cells.text(row))
        if (is !== 'undecided' && value < low) low = value
        if (is !== 'undecided' && value > high) high = value
      }
    }
    state.n = n
    if (!judge.extent) return
    state.low = low
    state.high = high
  }

  function keep(state: JudgedCells, is: 'fail' | 'undecided', place: number, text: string): void {
    addFailure(is === 'fail' ? state.failed : state.undecided, place, column.sensitive ? undefined : text)
  }
}

interface Memo {
  readonly texts: readonly string[]
  readonly judgements: Known[]
}

interface Known {
  readonly is: Judgement
  readonly low: number
  readonly high: number
}

const init = (): JudgedCells => ({
  rows: 0,
  n: 0,
  low: Number.POSITIVE_INFINITY,
  high: Number.NEGATIVE_INFINITY,
  failed: noFailures(),
  undecided: noFailures(),
})

function merge(state: JudgedCells, other: JudgedCells): void {
  state.rows += other.rows
  state.n += other.n
  state.low = Math.min(state.low, other.low)
  state.high = Math.max(state.high, other.high)
  mergeFailures(state.failed, other.failed)
  mergeFailures(state.undecided, other.undecided)
}
