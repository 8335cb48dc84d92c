import { UserError } from '../core/user-error.ts'

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars (|)'],
  [',', 'commas'],
])

/** Refuses a header that names no columns one can speak of: none, a blank one, one twice, or one that holds another separator. */
export function refuseHeader(
  name: string,
  separator: string,
  header: readonly string[] | undefined,
): asserts header is readonly string[] {
  if (!header || (header.length === 1 && header[0] === '')) throw empty(name, header !== undefined)
  refuseSeparator(name, separator, header)
  if (header.some(cell => cell.includes('\r'))) {
    throw fault('table.line-ends', `Expected lines to end in LF or CRLF but found CR alone (${name}:1)`, name, {
      hint: 'Save it with LF (Unix) or CRLF (Windows) line ends',
    })
  }
  const blank = header.findIndex(cell => cell.trim() === '')
  if (blank >= 0) {
    throw fault('table.blank-header', `Expected a name for column ${blank + 1} but found none (${name}:1)`, name, {
      hint:
        blank === 0
          ? 'Name the column; from pandas, write with index=False'
          : 'Name the column, or drop the separator that makes it',
    })
  }
  const first = new Map<string, number>()
  for (const [i, column] of header.entries()) {
    const earlier = first.get(column)
    first.set(column, i)
    if (earlier === undefined) continue
    const places = `columns ${earlier + 1} and ${i + 1}`
    // The name stays out of the message: without a header it would be somebody's data.
    throw fault(
      'table.duplicate-header',
      `Expected a name of its own for every column but ${places} share one (${name}:1)`,
      name,
      {
        hint: looksLikeValues(header)
          ? 'The first line looks like values: is the header missing?'
          : 'Rename or drop one of the two',
      },
    )
  }
}

/** A name of a column is seldom a number; a first row of values nearly always has one. */
const looksLikeValues = (header: readonly string[]) => header.some(cell => cell !== '' && Number.isFinite(Number(cell)))

function refuseSeparator(name: string, separator: string, header: readonly string[]): void {
  const [only = ''] = header
  if (header.length > 1) return
  const counts = [...SEPARATORS].map(([mark, words]) => ({ words, count: only.split(mark).length - 1 }))
  const likely = counts.toSorted((a, b) => b.count - a.count)[0]
  if (!likely || likely.count === 0) return
  throw fault(
    'table.separator',
    `Expected cells separated by ${SEPARATORS.get(separator)} but the header looks separated by ${likely.words} (${name}:1)`,
    name,
    { hint: 'Save it with commas as .csv, or with tabs as .tsv' },
  )
}

const empty = (name: string, blankLine: boolean) =>
  blankLine
    ? fault('table.empty', `Expected a header but the first line is blank (${name}:1)`, name, {
        hint: 'Start the file with the names of its columns',
      })
    : fault('table.empty', `Expected a header and rows but ${name} is empty`, name, {
        hint: 'Check the step that writes it',
      })

const fault = (code: `table.${string}`, message: string, file: string, details: { hint: string }) =>
  new UserError(code, message, { file, line: 1, ...details })
