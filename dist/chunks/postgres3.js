const DOUBLE = 'CAST($ AS double precision)';
const MOST = "CAST('1.7976931348623157e308' AS double precision)";
const LEAST = "CAST('5e-324' AS double precision)";

/** What a double cannot hold, as JavaScript reads it: beyond its range infinite, too small nothing. The conversion would fail. */
const DECIMAL = `(CASE WHEN abs($) < 1.797693134862315807e308 THEN CASE WHEN abs($) > 2.4703282292062328e-324 THEN $ ELSE 0 END WHEN $ = 'NaN' THEN $ ELSE sign($) * CAST('Infinity' AS numeric) END)`;

/** PostgreSQL 14 and later. What leaves the range of doubles fails there, so it is told beforehand. A time without a zone is taken as UTC. */
const postgres             = {
  name: 'postgres',
  quote: '"',
  escapesBackslash: false,
  // Whatever a database's collation says, texts are the same where their bytes are.
  text: '(CAST($ AS text) COLLATE "C")',
  double: DOUBLE,
  bigint: 'CAST($ AS bigint)',
  isNonFinite: `(abs($) > ${MOST})`,
  millis: "round(date_part('epoch', date_trunc('milliseconds', $)) * 1000)",
  dayMillis: "(date_part('epoch', $) * 1000)",
  isFiniteTime: 'isfinite($)',
  length: 'length($)',
  firstCode: 'ascii($)',
  and: '($ & %)',
  xor: '($ # %)',
  shift: '($ >> %)',
  literal: "CAST('$' AS double precision)",
  arithmetic: {
    '+': `(CASE WHEN ($ > 0) = (% > 0) AND abs($) > ${MOST} - abs(%) THEN NULL ELSE $ + % END)`,
    '-': `(CASE WHEN ($ > 0) <> (% > 0) AND abs($) > ${MOST} - abs(%) THEN NULL ELSE $ - % END)`,
    '*': `(CASE WHEN abs(%) > 1 AND abs($) > ${MOST} / abs(%) THEN NULL WHEN $ = 0 OR % = 0 THEN 0 WHEN abs(%) < 1 AND abs($) < ${LEAST} / abs(%) THEN 0 ELSE $ * % END)`,
    '/': `(CASE WHEN % = 0 OR (abs(%) < 1 AND abs($) > ${MOST} * abs(%)) THEN NULL WHEN abs(%) > 1 AND abs($) < ${LEAST} * abs(%) THEN 0 ELSE $ / % END)`,
  },
  // NaN is greater than any other number, of min and max too.
  nanIsGreatest: true,
  nonFiniteDecimals: true,
  storesRows: true,
  // Of bigint it is numeric, which does not overflow.
  wholeSum: 'sum($)',
  bitAt: '(CAST(1 AS bigint) << CAST($ AS integer))',
  allBits: 'bit_or($)',
  bitCount: 'bit_count(CAST($ AS bit(64)))',
  // A name alone would be that of what is shown, a text: PostgreSQL names a conversion as the column it is of.
  sorted: '(+ $)',
  // A query within a query is taken apart, and what it makes is made anew wherever it is named; but none with a column that may be another
  // each time. OFFSET would do that, too, and leave all to one process.
  fence: { column: 'pg_is_in_recovery()' },
  rowsDigest:
    "(sum(hash_record_extended(ROW($), 0)) || ' ' || bit_xor(hash_record_extended(ROW($), 0)) || ' ' || sum(hash_record_extended(ROW($), 1)))",
  plainText: /^\b$/,
  reads: [[/^numeric(?!\([12]?\d{1,2},\d{1,2}\)$)/, DECIMAL]],
  kinds: [
    [/^(smallint|integer|bigint)$/, 'integer'],
    [/^(double precision|real)$/, 'double'],
    [/^numeric/, 'decimal'],
    [/^boolean$/, 'boolean'],
    [/^date$/, 'date'],
    [/^timestamp(\(\d\))? with(out)? time zone$/, 'timestamp'],
    [/^(text|character varying(\(\d+\))?|character\(\d+\)|bpchar|name|uuid|([^.]+\.)?citext|enum .*)$/, 'text'],
  ],
};

export { postgres as p };
