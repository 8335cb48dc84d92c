/** Fills a template of a dialect. A function, as an expression may hold what a replacement would read as its own. */
const fill = (template        , first        , second = '')         =>
  template.replace(/[$%]/g, mark => (mark === '$' ? first : second));

/** A name, quoted: whatever it holds stays a name. */
function quoted({ quote }                           , name        )         {
  if (name.includes('\0')) throw new Error('A name holds a null character')
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`
}

/** A table's name with its catalog and schema. A part that holds a dot stands in double quotes. */
function quotedTable(dialect            , table        )         {
  const parts = [...table.matchAll(/"((?:[^"]|"")+)"|[^."]+/g)].map(
    ([whole, inner]) => inner?.replaceAll('""', '"') ?? whole,
  );
  return parts.map(part => quoted(dialect, part)).join('.')
}

/** A text, as a literal. */
const textLiteral = ({ escapesBackslash }            , text        )         =>
  `'${(escapesBackslash ? text.replaceAll('\\', '\\\\') : text).replaceAll("'", "''")}'`;

/** A finite double, as a literal. */
const numberLiteral = ({ literal }            , value        )         => fill(literal, String(value));

/** Whether a cell holds nothing: null, or the text of no letter. */
const isEmpty = (column             , name        )         =>
  column.kind === 'text' ? `(${name} IS NULL OR ${name} = '')` : `(${name} IS NULL)`;

/** A cell as the text that `textOf` reads. */
function written(dialect            , { kind }             , name        )         {
  if (kind === 'timestamp') return fill(dialect.text, fill(dialect.millis, name))
  if (kind === 'double' || kind === 'decimal') return fill(dialect.text, fill(dialect.double, name))
  return fill(dialect.text, name)
}

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

export { quoted as a, textOf as b, numberOf as c, fill as f, isEmpty as i, lineOf as l, numberLiteral as n, quotedTable as q, textLiteral as t, written as w };
