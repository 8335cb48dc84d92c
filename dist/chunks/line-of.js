/** Fills a template of a dialect. A function, as an expression may hold what a replacement would read as its own. */
const fill = (template        , first        , second = '')         =>
  template.replace(/[$%]/g, mark => (mark === '$' ? first : second));

/** A name, quoted: whatever it holds stays a name. */
function quoted(
  { quote, escapesBackslash }                                                ,
  name        ,
)         {
  if (name.includes('\0')) throw new Error('A name holds a null character')
  const escaped = escapesBackslash && quote === '"' ? name.replaceAll('\\', '\\\\') : name;
  return `${quote}${escaped.replaceAll(quote, quote + quote)}${quote}`
}

/** A table's name with its catalog and schema. A part that holds a dot stands in double quotes. `suffix` makes it that of a table of the engine about it. */
function quotedTable(dialect            , table        , suffix = '')         {
  const parts = [...table.matchAll(/"((?:[^"]|"")+)"|[^."]+/g)].map(
    ([whole, inner]) => inner?.replaceAll('""', '"') ?? whole,
  );
  return parts.map((part, i) => quoted(dialect, i === parts.length - 1 ? part + suffix : part)).join('.')
}

/** A text, as a literal. Where a backslash escapes, it does so before a quote, too: some engines read two quotes as the end of one text and the beginning of the next. */
function textLiteral(
  { escapesBackslash, escapedInTexts = [] }                                                         ,
  text        ,
)         {
  const escaped = escapesBackslash ? text.replaceAll('\\', '\\\\').replaceAll("'", "\\'") : text.replaceAll("'", "''");
  return `'${escapedInTexts.reduce((so, [from, to]) => so.replaceAll(from, () => to), escaped)}'`
}

/** A finite double, as a literal. */
function numberLiteral({ literal, literalBits }            , value        )         {
  if (!literalBits) return fill(literal, String(value))
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  return fill(literalBits, String(bits.getBigUint64(0)))
}

/** Whether a cell holds nothing: null, or the text of no letter. */
const isEmpty = (column             , name        )         =>
  column.kind === 'text' ? `(${name} IS NULL OR ${name} = '')` : `(${name} IS NULL)`;

/** A cell as the text that `textOf` reads. */
const written = (dialect            , column             , name        )         =>
  writtenValue(dialect, column, compared(dialect, column, name));

/** What tells a cell from others of its column, as cheap for the engine as can be: cells of the same text are the same. */
function compared(dialect            , { kind }             , name        )         {
  if (kind === 'timestamp') return fill(dialect.millis, name)
  return kind === 'decimal' ? fill(dialect.double, name) : name
}

/** The same as the text that `textOf` reads. */
const writtenValue = (dialect            , { kind }             , value        )         =>
  fill(dialect.text, kind === 'double' ? fill(dialect.double, value) : value);

/** The text that a file would hold for a cell, of what the engine has written. */
function textOf({ kind }                           , cell               )         {
  if (cell === null) return ''
  if (kind === 'double' || kind === 'decimal') return String(numberOf(cell))
  if (kind === 'timestamp') {
    const date = new Date(Number(cell));
    return Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString()
  }
  if (kind === 'boolean') return /^(t|true|1)$/i.test(cell) ? 'true' : 'false'
  return cell
}

/** A number as engines write it. */
function numberOf(cell               )         {
  if (cell === null) return Number.NaN
  const infinite = /^([+-]?)inf(inity)?$/i.exec(cell);
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return /^[+-]?nan$/i.test(cell) ? Number.NaN : Number(cell)
}

/** What went wrong, in one line. */
const lineOf = (cause         )         =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]?.slice(0, 300) ?? '';

export { quotedTable as a, textOf as b, numberOf as c, compared as d, writtenValue as e, fill as f, isEmpty as i, lineOf as l, numberLiteral as n, quoted as q, textLiteral as t, written as w };
