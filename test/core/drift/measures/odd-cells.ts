/** Cells of every sort, as files have them, beside plain ones. */
export const ODD_CELLS: readonly string[] = [
  ...[
    '',
    ' ',
    '\t',
    '\u00a0',
    '0',
    '-0',
    '+2.5',
    '.5',
    '5.',
    '1e3',
    '1E-3',
    ' 7 ',
    '00123',
    '1e-400',
    '1e999',
    '-1e999',
  ],
  ...[
    'NaN',
    'nan',
    '-nan(ind)',
    'Inf',
    '-inf',
    '+INFINITY',
    'nancy',
    'info',
    '0x10',
    '0b1',
    '1,5',
    '12 %',
    '-',
    'é',
    'ok',
  ],
  ...['12345678901234567890', '0.12345678901234567', '9007199254740993', '1.7976931348623157e308', '4e-324'],
  ...['2024-02-29', '2023-02-29', '2024-01-01T24:00:00', '2024-01-01 07:30', '2024-1-1'],
]

/** Length of a date alone. */
const DAY = 10

/** Columns that are read in different ways, by what draws a cell of them. */
export function columnsOf(uniform: () => number): Record<string, () => string> {
  const below = (n: number) => Math.floor(uniform() * n)
  const odd = () => ODD_CELLS[below(ODD_CELLS.length)] ?? ''
  return {
    numbers: () => (uniform() < 0.05 ? '' : String(100 * uniform())),
    'numbers, a few odd': () => (uniform() < 0.01 ? odd() : String(uniform() - 0.5)),
    'whole numbers': () => String(below(50)),
    codes: () => (uniform() < 0.1 ? 'unknown' : String(below(30))),
    'few texts': () => `level ${below(7)}`,
    'many texts': () => (uniform() < 0.02 ? odd() : `name ${below(5000)}`),
    'texts and numbers': () => (uniform() < 0.5 ? `id ${below(4000)}` : String(below(9000) / 4)),
    days: () => (uniform() < 0.01 ? odd() : day(below(9000))),
    times: () => (uniform() < 0.01 ? odd() : `${day(below(900))}${uniform() < 0.9 ? 'T' : ' '}${time()}`),
    odd,
  }

  function day(after: number): string {
    return new Date(Date.UTC(2001, 0, 1 + after)).toISOString().slice(0, DAY)
  }

  function time(): string {
    const two = (n: number) => String(below(n)).padStart(2, '0')
    return `${two(24)}:${two(60)}:${two(60)}${uniform() < 0.5 ? '.125' : ''}${uniform() < 0.5 ? 'Z' : '+02:00'}`
  }
}
