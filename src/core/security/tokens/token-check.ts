import type { Check } from '../../evidence.ts'
import { counted } from '../../model/format.ts'
import type { Row } from '../../tables/row.ts'
import { grouped } from '../../wording/grouped.ts'
import { checkId } from '../artefact-check.ts'
import type { BoundMethod } from './define-method.ts'
import type { TokenManifest } from './manifest.ts'

/** Rows of raw values that a check places. */
const SHOWN = 10

export interface TokenTally {
  add(rows: readonly Row[]): void
  /** `manifest` only where it is of this very table, by digest. */
  finish(manifest: TokenManifest | undefined): Check
}

/** Whether a column that the contract declares pseudonymised holds what its method makes, and no raw value. `index` is its place in a row, undefined where the table does not have it. */
export function tallyTokens(file: string, column: string, method: BoundMethod, index: number | undefined): TokenTally {
  let cells = 0
  let raw = 0
  const lines: number[] = []
  return {
    add(rows) {
      if (index === undefined || !method.holds) return
      for (const { line, cells: row } of rows) {
        const cell = row[index] ?? ''
        if (cell === '') continue
        cells++
        if (method.holds(cell)) continue
        raw++
        if (lines.length < SHOWN) lines.push(line)
      }
    },
    finish(manifest) {
      const said = manifest?.columns.some(({ name, method: id }) => name === column && id === method.id)
      const verdict = judge(said ?? false)
      return {
        id: checkId('tokens', `${file}.${column}`),
        title: `${column} of ${file} is pseudonymised (${method.id})`,
        ...verdict,
        measured: { value: raw, unit: 'cells', method: method.id, n: cells },
        locations: lines.length > 0 ? lines.map(line => ({ file, line, column })) : [{ file, column }],
      }
    },
  }

  function judge(said: boolean): Pick<Check, 'status' | 'reason' | 'hint'> {
    const hint = 'Write the table with proofmark tokenize, by this contract'
    if (method.id === 'drop')
      return index === undefined
        ? { status: 'pass', reason: `${column} is left out, as the contract has it` }
        : { status: 'fail', reason: `Expected ${file} to leave out ${column} but found it`, hint }
    if (!method.holds)
      return said
        ? {
            status: 'warn',
            reason: `Nothing tells the values of ${column} from raw ones; the manifest beside this very table says that ${method.id} made them`,
          }
        : {
            status: 'inconclusive',
            reason: `Expected a manifest beside ${file} that says it was made by ${method.id}, as nothing in the values of ${column} does, but found none for this table`,
            hint,
          }
    if (raw > 0)
      return {
        status: 'fail',
        reason: `Expected ${column} to hold what ${method.id} makes but ${grouped(raw)} of ${counted(cells, 'cell')} hold something else (${file}:${lines[0]})`,
        hint,
      }
    if (cells === 0)
      return { status: 'inconclusive', reason: `Expected values in ${column} but all of its cells are empty`, hint }
    return { status: 'pass', reason: `All ${counted(cells, 'cell')} of ${column} hold what ${method.id} makes` }
  }
}
