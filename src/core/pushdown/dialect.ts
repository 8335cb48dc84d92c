/** What the plan knows of a column's type. Of `other` it knows which cells are null, and nothing else. */
export type ColumnKind = 'integer' | 'double' | 'decimal' | 'boolean' | 'date' | 'timestamp' | 'text' | 'other'

/** A column of a table on an engine. */
export interface TypedColumn {
  readonly name: string
  /** As the engine names it. */
  readonly type: string
  readonly kind: ColumnKind
  /** Why it may not be read: no statement may name it. */
  readonly denied?: string
  /** Whether none of its numbers is NaN or infinite, as the first pass has found. */
  readonly allFinite?: boolean
}

/** How an engine's SQL is written. In its templates `$` stands for an expression, `%` for a second one. */
export interface SqlDialect {
  readonly name: string
  /** Around names; doubled within. In backticks nothing else is escaped. */
  readonly quote: '"' | '`'
  /** Whether a backslash stands before the letters that would end a text; the quote doubled is the standard's. */
  readonly escapesBackslash: boolean
  /** What else may not stand in a text as it is, and what stands for it. */
  readonly escapedInTexts?: readonly (readonly [text: string, escaped: string])[]
  /** Any value as text. */
  readonly text: string
  /** A number as a double. */
  readonly double: string
  /** A whole number of 64 bits. */
  readonly bigint: string
  /** Whether a double is NaN or infinite. */
  readonly isNonFinite: string
  /** A time in milliseconds since 1970, rounded down; a day likewise. */
  readonly millis: string
  readonly dayMillis: string
  /** Whether a time or a day is one, where some may stand for the beginning or the end of all time. */
  readonly isFiniteTime?: string
  /** The length of a text in code points. */
  readonly length: string
  /** The code of a text's first letter, where the engine tells it faster than it compares texts; 0 of an empty one. */
  readonly firstCode?: string
  /** Bits of whole numbers: both, either, and the first shifted right by the second. */
  readonly and: string
  readonly xor: string
  readonly shift: string
  /** A double, written with all its digits. */
  readonly literal: string
  /** The same of its 64 bits as a whole number, where the engine does not read digits to the nearest double. */
  readonly literalBits?: string
  /** Arithmetic on doubles that would fail where its result leaves their range: null there. Absent where it is infinite then. */
  readonly arithmetic?: Readonly<Record<'+' | '-' | '*' | '/', string>>
  /** Whether decimals may be NaN or infinite. */
  readonly nonFiniteDecimals?: boolean
  /** What rows are put in order by, where a name alone might be that of what is shown. */
  readonly sorted?: string
  /**
   * A column that keeps a query within a query as it is, where the engine would else make its columns anew wherever they are named: in each
   * query that needs it, or where it `holds` something of it only where that is said of the rows, too.
   */
  readonly fence?: { readonly column: string; readonly holds?: string }
  /** Types whose cells are read by way of an expression, the first that matches counts. */
  readonly reads?: readonly (readonly [RegExp, string])[]
  /** Whether NaN is the greatest of all numbers to `max`, so that the extremes tell whether there is one. */
  readonly nanIsGreatest: boolean
  /** Whether counts and extremes are kept with a table, so that to ask for them alone costs next to nothing. Not those of texts. */
  readonly keepsExtremes?: boolean
  /** Whether it keeps a table by rows: to look at a second column of them costs next to nothing. */
  readonly storesRows?: boolean
  /** The sum of whole numbers of 64 bits that does not overflow; absent where the engine has none that is fast. */
  readonly wholeSum?: string
  /** A double, rounded in any way to a whole number of 64 bits, where `bigint` does not do that. */
  readonly rounded?: string
  /** A double, rounded in any way to a whole double, where `floor` gives no double. */
  readonly nearestWhole?: string
  /** What 32 bits are kept in, and the low 32 bits of a product of two such: `%` is a literal. Absent where 64 bits are signed and must not overflow. */
  readonly word?: string
  readonly timesWord?: string
  /** 2 to the power of a number from 0 to 63, in whatever 64 bits are kept in; and of several such, all bits, and how many. */
  readonly bitAt?: string
  readonly allBits?: string
  readonly bitCount?: string
  /** What says where a row of a plain table stands, from 1, where no key is named; absent where the engine does not know. */
  readonly place?: string
  /** About how many different values there are, where that is faster than to count them: it is asked of a trial alone. */
  readonly aboutDistinct?: string
  /** Whether capital letters and small ones of a column's name are the same to it, quoted or not, and listed as small. */
  readonly ignoresCase?: boolean
  /** The day of a time, of a text that names one, and the moment that such a day begins at; as the standard has them unless said. */
  readonly dayOf?: string
  readonly day?: string
  readonly midnight?: string
  /** A fingerprint of some rows, in any order, of a list of their cells. */
  readonly rowsDigest?: string
  /** The same of cells that are never null, where that is faster. */
  readonly filesDigest?: string
  /** Types that are texts and nothing else; others of that kind are cast first. */
  readonly plainText: RegExp
  /** The kinds of the engine's types, the first that matches counts. */
  readonly kinds: readonly (readonly [RegExp, ColumnKind])[]
}

/** The kind of a type, as the engine names it. */
export const kindOf = ({ kinds }: Pick<SqlDialect, 'kinds'>, type: string): ColumnKind =>
  kinds.find(([form]) => form.test(type))?.[1] ?? 'other'
