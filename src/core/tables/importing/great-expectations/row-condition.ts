/** One token of a condition: a text, a number, a column, a name, an operator. */
const TOKEN =
  /\s*(?:(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|col\(\s*(?<column>"[^"]*"|'[^']*')\s*\)|(?<call>\.(?:notNull|isNull|notnull|isnull)\(\))|(?<name>`[^`]+`|[A-Za-z_]\w*)|(?<mark>==|!=|<=|>=|[<>&|~()[\],]))/y

const MARKS: Readonly<Record<string, string>> = {
  '==': '=',
  '!=': '<>',
  '&': 'and',
  '|': 'or',
  '~': 'not',
  '[': '(',
  ']': ')',
}
const CALLS: Readonly<Record<string, string>> = { notnull: 'is not null', isnull: 'is null' }
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in'])
const VALUES: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' }

/**
 * A row condition of Great Expectations as one of ours: its own `col("x") > 5`, or what is alike in pandas and SQL.
 * Undefined where it holds anything else, as a condition that is half understood selects other rows.
 */
export function rowCondition(text: string): string | undefined {
  const words: string[] = []
  TOKEN.lastIndex = 0
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const token = TOKEN.exec(text)?.groups
    if (!token) return undefined
    words.push(wordOf(token))
  }
  return words.length > 0
    ? words.join(' ').replaceAll('( ', '(').replaceAll(' )', ')').replaceAll(' ,', ',')
    : undefined
}

function wordOf({ text, number, column, call, name, mark }: Record<string, string | undefined>): string {
  if (text !== undefined) return quoteText(unquoted(text))
  if (number !== undefined) return number
  if (column !== undefined) return quoteName(unquoted(column))
  if (call !== undefined) return CALLS[call.slice(1, -2).toLowerCase()] ?? ''
  if (name !== undefined) {
    const word = name.toLowerCase()
    return WORDS.has(word) ? word : (VALUES[name] ?? quoteName(name.replaceAll('`', '')))
  }
  return MARKS[mark ?? ''] ?? mark ?? ''
}

const unquoted = (text: string): string => text.slice(1, -1).replace(/\\(.)/g, '$1')

/** A text as a condition writes it. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A column's name as a condition writes it. */
export const quoteName = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) && !/^(and|or|not|in|is|null|like|between|true|false)$/i.test(name)
    ? name
    : `"${name.replaceAll('"', '""')}"`
