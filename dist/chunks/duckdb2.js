/** DuckDB 1.x. */
const duckdb             = {
  name: 'duckdb',
  quote: '"',
  escapesBackslash: false,
  text: 'CAST($ AS VARCHAR)',
  double: 'CAST($ AS DOUBLE)',
  bigint: 'CAST($ AS BIGINT)',
  isNonFinite: '(NOT isfinite($))',
  // What is divided rounds towards zero, and so does `epoch_ms`; a time before 1970 has to be rounded down.
  millis: '((epoch_us(CAST($ AS TIMESTAMP)) + 999 * (epoch_us(CAST($ AS TIMESTAMP)) >> 63)) // 1000)',
  dayMillis: 'epoch_ms(CAST($ AS TIMESTAMP))',
  length: 'length($)',
  firstCode: 'ascii($)',
  and: '($ & %)',
  xor: 'xor($, %)',
  shift: '($ >> %)',
  literal: "CAST('$' AS DOUBLE)",
  nanIsGreatest: true,
  keepsExtremes: true,
  wholeSum: 'sum($)',
  word: 'CAST($ AS UBIGINT)',
  timesWord: '(($ * CAST(% AS UBIGINT)) & CAST(4294967295 AS UBIGINT))',
  bitAt: '(CAST(1 AS UBIGINT) << CAST($ AS UBIGINT))',
  allBits: 'bit_or($)',
  bitCount: 'bit_count($)',
  place: '(rowid + 1)',
  aboutDistinct: 'approx_count_distinct($)',
  rowsDigest: "(sum(hash($)) || ' ' || bit_xor(hash($)))",
  plainText: /^VARCHAR$/i,
  reads: [
    [
      /^TIMESTAMP_NS$/i,
      'make_timestamp(epoch_us(CAST($ AS TIMESTAMP)) - CAST(epoch_ns($) < 0 AND mod(epoch_ns($), 1000) <> 0 AS BIGINT))',
    ],
  ],
  kinds: [
    [/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/i, 'integer'],
    [/^(DOUBLE|FLOAT|REAL)$/i, 'double'],
    [/^DECIMAL\(/i, 'decimal'],
    [/^BOOLEAN$/i, 'boolean'],
    [/^DATE$/i, 'date'],
    [/^TIMESTAMP(_S|_MS|_NS)?$/i, 'timestamp'],
    [/^TIMESTAMP WITH TIME ZONE$/i, 'timestamp'],
    [/^(VARCHAR|ENUM\(.*)/i, 'text'],
  ],
};

export { duckdb as d };
