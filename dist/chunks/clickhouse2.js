/** Around a type: whether its cells may be null, and whether few of its values differ. */
const wrapped = (types        ) => new RegExp(`^(LowCardinality\\()?(Nullable\\()?(${types})\\)*$`);

/** ClickHouse 24 and later. A time is a moment, whatever zone its type shows it in. */
const clickhouse             = {
  name: 'clickhouse',
  quote: '"',
  escapesBackslash: true,
  text: 'toString($)',
  double: 'toFloat64($)',
  bigint: 'toInt64($)',
  isNonFinite: '(NOT isFinite($))',
  // What is divided rounds towards zero; a time before 1970 has to be rounded down.
  millis:
    'intDiv(toUnixTimestamp64Micro(toDateTime64($, 6)) - positiveModulo(toUnixTimestamp64Micro(toDateTime64($, 6)), 1000), 1000)',
  dayMillis: '(toInt64(toInt32($)) * 86400000)',
  length: 'lengthUTF8($)',
  firstCode: 'ascii($)',
  and: 'bitAnd($, %)',
  xor: 'bitXor($, %)',
  shift: 'bitShiftRight($, %)',
  literal: "toFloat64('$')",
  literalBits: 'reinterpretAsFloat64(toUInt64($))',
  nanIsGreatest: false,
  wholeSum: 'sum(toInt128($))',
  // Of a cell that is null, whatever stands behind it would be converted.
  rounded: 'toInt64(ifNull($, 0))',
  word: 'toUInt64($)',
  timesWord: 'bitAnd($ * toUInt64(%), toUInt64(4294967295))',
  bitAt: 'bitShiftLeft(toUInt64(1), $)',
  allBits: 'groupBitOr($)',
  bitCount: 'bitCount($)',
  aboutDistinct: 'uniq($)',
  // Days are those of UTC, whatever zone a server or a column has.
  dayOf: "toDate32(toTimeZone($, 'UTC'))",
  day: 'toDate32($)',
  midnight: "toDateTime64($, 3, 'UTC')",
  // A row is one value: of several values of which one is null the digest would be.
  rowsDigest: "concat(toString(sum(cityHash64(tuple($)))), ' ', toString(groupBitXor(sipHash64(tuple($)))))",
  // Cut to microseconds they would be rounded towards zero, too.
  reads: [
    [
      /^(Nullable\()?DateTime64\([789]/,
      "fromUnixTimestamp64Micro(intDiv(toUnixTimestamp64Nano(toDateTime64($, 9)) - positiveModulo(toUnixTimestamp64Nano(toDateTime64($, 9)), 1000), 1000), 'UTC')",
    ],
  ],
  plainText: /^(Nullable\()?String\)?$/,
  kinds: [
    [wrapped('U?Int(8|16|32|64|128|256)'), 'integer'],
    [wrapped('Float(32|64)'), 'double'],
    [wrapped('Decimal\\(.*'), 'decimal'],
    [wrapped('Bool'), 'boolean'],
    [wrapped('Date|Date32'), 'date'],
    [wrapped('DateTime(64)?(\\(.*)?'), 'timestamp'],
    [wrapped('String|UUID|Enum(8|16)\\(.*'), 'text'],
  ],
};

export { clickhouse as c };
