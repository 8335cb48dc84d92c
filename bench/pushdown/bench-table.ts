/** Columns that every engine makes alike, of the number `i` of a row. */
export const columnsIn = (engine: 'duckdb' | 'trino'): readonly string[] => [
  'i AS id',
  ...Array.from(
    { length: 8 },
    (_, k) => `CAST((i * ${48_271 + 2 * k}) % 1000003 AS DOUBLE) / CAST(100 AS DOUBLE) + CAST(${k} AS DOUBLE) AS x${k}`,
  ),
  ...Array.from({ length: 4 }, (_, k) => `CAST((i * ${16_807 + 2 * k}) % 90007 AS INTEGER) AS n${k}`),
  ...Array.from({ length: 3 }, (_, k) => `'c' || CAST((i * ${7 + 2 * k}) % 30 AS VARCHAR) AS c${k}`),
  '(i % 3 = 0) AS flag',
  engine === 'duckdb'
    ? "DATE '2024-01-01' + CAST((i * 31) % 700 AS INTEGER) AS day"
    : "date_add('day', CAST((i * 31) % 700 AS INTEGER), DATE '2024-01-01') AS day",
  engine === 'duckdb'
    ? "TIMESTAMP '2024-01-01 00:00:00' + to_seconds((i * 6700417) % 60000000) AS at"
    : "date_add('second', (i * 6700417) % 60000000, TIMESTAMP '2024-01-01 00:00:00.000000') AS at",
  "'r' || CAST(i AS VARCHAR) AS ref",
]

export const COLUMNS: readonly string[] = columnsIn('duckdb').map(column => column.split(' AS ').at(-1) ?? '')

const typeOf = (name: string) =>
  /^(id|n\d)$/.test(name)
    ? 'integer'
    : /^x/.test(name)
      ? 'number'
      : ({ flag: 'boolean', day: 'date', at: 'timestamp' }[name] ?? 'string')

/** Types, filled cells, ranges and a unique key. */
export const CONTRACT = {
  name: 'bench.odcs.yaml',
  text: JSON.stringify({
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: 'bench',
    version: '1.0.0',
    status: 'active',
    schema: [
      {
        name: 'bench',
        properties: COLUMNS.map(name => ({
          name,
          logicalType: typeOf(name),
          required: true,
          ...(name === 'id' ? { primaryKey: true } : {}),
          ...(/^[xn]\d/.test(name) ? { logicalTypeOptions: { minimum: 0, maximum: 100_000 } } : {}),
        })),
      },
    ],
  }),
}
