/** Trino 4xx. A time without a zone is taken as UTC, as in a file. */
const trino             = {
  name: 'trino',
  quote: '"',
  escapesBackslash: false,
  text: 'CAST($ AS VARCHAR)',
  double: 'CAST($ AS DOUBLE)',
  bigint: 'CAST($ AS BIGINT)',
  isNonFinite: '(NOT is_finite($))',
  millis:
    "date_diff('millisecond', TIMESTAMP '1970-01-01 00:00:00.000 UTC', with_timezone(CAST(date_trunc('millisecond', $) AS TIMESTAMP(3)), 'UTC'))",
  dayMillis: "(date_diff('day', DATE '1970-01-01', $) * 86400000)",
  length: 'length($)',
  and: 'bitwise_and($, %)',
  xor: 'bitwise_xor($, %)',
  shift: 'bitwise_right_shift($, %)',
  literal: "CAST('$' AS DOUBLE)",
  ignoresCase: true,
  rowsDigest: 'to_hex(checksum(ROW($)))',
  // The greatest of numbers is none that is NaN, and so is the least.
  nanIsGreatest: false,
  bitAt: 'bitwise_left_shift(CAST(1 AS BIGINT), CAST($ AS INTEGER))',
  allBits: 'bitwise_or_agg($)',
  bitCount: 'bit_count($, 64)',
  aboutDistinct: 'approx_distinct($)',
  plainText: /^varchar/i,
  kinds: [
    [/^(tinyint|smallint|integer|bigint)$/i, 'integer'],
    [/^(double|real)$/i, 'double'],
    [/^decimal\(/i, 'decimal'],
    [/^boolean$/i, 'boolean'],
    [/^date$/i, 'date'],
    [/^timestamp(\(\d+\))?$/i, 'timestamp'],
    [/^varchar(\(\d+\))?$/i, 'text'],
  ],
};

export { trino as t };
