const LOW = 'xxhash64($) & 4294967295';
const HIGH = 'shiftrightunsigned(xxhash64($), 32)';

/**
 * Spark 3.4 and later, and Databricks SQL, whatever the zone of the session is: a time is a moment, and one without a zone is taken as UTC,
 * as in a file.
 */
const spark             = {
  name: 'spark',
  quote: '`',
  escapesBackslash: true,
  // `${env:…}` in a statement is replaced before it is read, in texts, too.
  escapedInTexts: [['${', '\\u0024{']],
  // A cast alone would have the name of its column, and rows would be put in order by the text.
  text: 'concat(CAST($ AS STRING))',
  double: 'CAST($ AS DOUBLE)',
  bigint: 'CAST($ AS BIGINT)',
  // NaN is greater than any other number.
  isNonFinite: "(abs($) >= CAST('Infinity' AS DOUBLE))",
  millis:
    "(CASE WHEN typeof($) = 'timestamp_ntz' THEN CAST(unix_date(CAST($ AS DATE)) AS BIGINT) * 86400000 + (hour($) * 3600 + minute($) * 60) * 1000 + CAST(floor(extract(SECOND FROM $) * 1000) AS BIGINT) ELSE unix_millis(CAST($ AS TIMESTAMP)) END)",
  dayMillis: '(CAST(unix_date($) AS BIGINT) * 86400000)',
  length: 'char_length($)',
  and: '($ & %)',
  xor: '($ ^ %)',
  shift: 'shiftright($, %)',
  literal: "CAST('$' AS DOUBLE)",
  nanIsGreatest: true,
  // Of a double `floor` gives a whole number of 64 bits.
  nearestWhole: 'rint($)',
  // The upper and the lower half by themselves: neither overflows.
  wholeSum: '(CAST(sum(shiftright($, 32)) AS DECIMAL(38, 0)) * 4294967296 + sum($ & 4294967295))',
  bitAt: 'shiftleft(CAST(1 AS BIGINT), CAST($ AS INT))',
  allBits: 'bit_or($)',
  bitCount: 'bit_count($)',
  // A condition on what a query within a query makes is made of what that is made of, and so on.
  fence: { column: 'monotonically_increasing_id()', holds: 'fence >= 0' },
  // Of many columns its own estimate has thousands of parts, which take seconds to be compiled.
  aboutDistinct: 'size(collect_set($))',
  // A hash of cells leaves out those that are null, and so which they are of: as JSON each has its name.
  rowsDigest: digestOf('to_json(struct($))'),
  filesDigest: digestOf('$'),
  plainText: /^string$/i,
  kinds: [
    [/^(tinyint|smallint|int|bigint)$/i, 'integer'],
    [/^(double|float)$/i, 'double'],
    [/^decimal\(/i, 'decimal'],
    [/^boolean$/i, 'boolean'],
    [/^date$/i, 'date'],
    [/^timestamp(_ntz)?$/i, 'timestamp'],
    [/^(string|(var)?char\(\d+\))$/i, 'text'],
  ],
};

function digestOf(row        )         {
  const parts = ['bit_xor(xxhash64($))', `sum(${LOW})`, `sum(${HIGH})`];
  return `concat_ws(' ', ${parts.join(', ').replaceAll('$', () => row)})`
}

export { spark as s };
