import type { SqlDialect } from '../dialect.ts'

/** DuckDB 1.x. */
export const duckdb: SqlDialect = {
  name: 'duckdb',
  quote: '"',
  escapesBackslash: false,
  text: 'CAST($ AS VARCHAR)',
  double: 'CAST($ AS DOUBLE)',
  bigint: 'CAST($ AS BIGINT)',
  isNonFinite: '(NOT isfinite($))',
  millis: 'epoch_ms(CAST($ AS TIMESTAMP))',
  dayMillis: 'epoch_ms(CAST($ AS TIMESTAMP))',
  length: 'length($)',
  and: '($ & %)',
  xor: 'xor($, %)',
  shift: '($ >> %)',
  literal: "CAST('$' AS DOUBLE)",
  place: '(rowid + 1)',
  rowsDigest: "(sum(hash($)) || ' ' || bit_xor(hash($)))",
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
}
