/** Rows of every kind of column that the plan knows, and of what goes wrong in them; another `seed` gives other rows of the same kind. */
export const everyKind = (rows: number, seed = 0): string => `
  SELECT i::BIGINT AS id,
    (hash(i + ${seed}) % 1000003)::INTEGER AS whole,
    sqrt(i) * exp((hash(i + 7 + ${seed}) % 4000) / 200.0 - 10) * (CASE WHEN i % 3 = 0 THEN -1 ELSE 1 END) AS x,
    CASE WHEN i % 97 = 0 THEN NULL WHEN i % 1003 = 0 THEN 'nan'::DOUBLE WHEN i % 1501 = 0 THEN '-inf'::DOUBLE
      ELSE (hash(i * 3 + ${seed}) % 100000) / 7.0 END AS y,
    CAST((hash(i * 5) % 100000000) / 100.0 AS DECIMAL(12, 2)) AS money,
    (i % 2 = 0) AS flag,
    DATE '2020-01-01' + (hash(i) % 20000)::INTEGER AS day,
    TIMESTAMP '2021-03-04 05:06:07.123' + to_milliseconds((hash(i * 11) % 100000000000)::BIGINT) AS at,
    list_extract(['red', 'green', 'blue', '', NULL], 1 + (hash(i + ${seed}) % 5)::INTEGER) AS color,
    (hash(i * 3 + ${seed}) % 40)::INTEGER AS few,
    'k' || (hash(i) % ${rows})::VARCHAR AS ref,
    CAST(sin(i) AS FLOAT) AS f
  FROM range(1, ${rows} + 1) r(i) ORDER BY i`
