/** How pandas' read_csv reads a column: the type it infers from all cells, and the values, undefined where one is missing. */
export type PandasColumn =
  | { readonly dtype: 'int' | 'float'; readonly values: readonly (number | undefined)[] }
  | { readonly dtype: 'bool' | 'text'; readonly values: readonly (string | undefined)[] }

/** Spellings that read_csv takes for a missing value. */
const MISSING = new Set(
  [
    '',
    '#N/A',
    '#N/A N/A',
    '#NA',
    '-1.#IND',
    '-1.#QNAN',
    '-NaN',
    '-nan',
    '1.#IND',
    '1.#QNAN',
    '<NA>',
    'N/A',
    'NA',
    'NULL',
  ].concat(['NaN', 'None', 'n/a', 'nan', 'null']),
)
const WHOLE = /^\s*[+-]?\d{1,18}\s*$/
const DECIMAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i
const INFINITE = /^\s*([+-]?)(inf|infinity)\s*$/i
const TRUTH: Readonly<Record<string, string>> = {
  True: 'True',
  TRUE: 'True',
  true: 'True',
  False: 'False',
  FALSE: 'False',
  false: 'False',
}

export function pandasColumn(cells: readonly string[]): PandasColumn {
  const present = cells.map(cell => (MISSING.has(cell) ? undefined : cell))
  const given = present.filter(cell => cell !== undefined)
  const whole = given.length === cells.length && given.every(cell => WHOLE.test(cell))
  if (whole || given.every(cell => DECIMAL.test(cell) || INFINITE.test(cell))) {
    return {
      dtype: whole ? 'int' : 'float',
      values: present.map(cell => (cell === undefined ? undefined : number(cell))),
    }
  }
  if (given.length === cells.length && given.every(cell => Object.hasOwn(TRUTH, cell))) {
    return { dtype: 'bool', values: given.map(cell => TRUTH[cell]) }
  }
  return { dtype: 'text', values: present }
}

function number(cell: string): number {
  const sign = INFINITE.exec(cell)?.[1]
  return sign === undefined ? Number(cell) : sign === '-' ? -Infinity : Infinity
}
