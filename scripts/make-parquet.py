#!/usr/bin/env python3
"""Writes test/fixtures/tables: one table as CSV and as Parquet in several ways (pyarrow 22 wrote the files in the repository), and
columns of every kind by three writers (types-*.parquet: pyarrow 26, fastparquet 2026.9, duckdb 2.0).

    pip install pyarrow fastparquet pandas duckdb
    python scripts/make-parquet.py
"""
import csv
import datetime
import decimal
import math
import os

import duckdb
import fastparquet
import pandas as pd

import pyarrow as pa
import pyarrow.parquet as pq

OUT = os.path.join(os.path.dirname(__file__), '..', 'test', 'fixtures', 'tables')

ROWS = 300
table = {
    'id': list(range(1, ROWS + 1)),
    'amount': [None if i % 17 == 0 else i * 1.25 for i in range(ROWS)],
    'home': [None if i % 29 == 0 else ['owner', 'rent', 'grün'][i % 3] for i in range(ROWS)],
    'active': [i % 2 == 0 for i in range(ROWS)],
    'opened': [datetime.date(2024, 1, 1) + datetime.timedelta(days=i) for i in range(ROWS)],
    'big': [2**53 + i for i in range(ROWS)],
}
schema = pa.schema(
    [
        ('id', pa.int32()),
        ('amount', pa.float64()),
        ('home', pa.string()),
        ('active', pa.bool_()),
        ('opened', pa.date32()),
        ('big', pa.int64()),
    ]
)
arrow = pa.table(table, schema=schema)


def text(value):
    if value is None:
        return ''
    if isinstance(value, bool):
        return 'true' if value else 'false'
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value)


with open(os.path.join(OUT, 'table.csv'), 'w', newline='') as file:
    writer = csv.writer(file, lineterminator='\n')
    writer.writerow(table)
    for row in zip(*table.values()):
        writer.writerow([text(value) for value in row])

for codec in ['none', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4']:
    pq.write_table(arrow, os.path.join(OUT, f'{codec}.parquet'), compression=codec, row_group_size=128)
pq.write_table(arrow, os.path.join(OUT, 'plain-v1.parquet'), use_dictionary=False, version='1.0', data_page_version='1.0')
pq.write_table(arrow, os.path.join(OUT, 'pages-v2.parquet'), data_page_version='2.0', version='2.6')
nested = arrow.append_column('tags', pa.array([[str(i), 'x'] if i % 3 else None for i in range(ROWS)], pa.list_(pa.string())))
pq.write_table(nested, os.path.join(OUT, 'nested.parquet'))
pq.write_table(pa.table({'x': pa.array([1.0, float('nan'), float('inf'), None])}), os.path.join(OUT, 'not-finite.parquet'))

# Columns of every kind, with what is hard of each.
N = 40
wholes = [0, 1, -1, 2**31 - 1, -(2**31), 2**53 - 1, 2**53, 2**53 + 1, -(2**53) - 1, 10**15, 10**15 + 1, 2**63 - 1, -(2**63)]
floats = [0.0, -0.0, 1.5, 1e21, 1e-7, float('nan'), float('inf'), float('-inf'), 5e-324, 0.1]
texts = ['a', '', 'grün', '\ufeffmarked', '1.0', ' 1', '2024-02-29', '2024-02-29T10:00:00Z', 'x' * 200, '\U0001f600']
micros = [0, -1, 1, 999, -999, -1000, -1001, 1_700_000_000_123_456, -62135596800_000_000, 2**62, -(2**62), 2**63 - 1, -(2**63)]


def cycle(values, nulls=7):
    return [None if nulls and i % nulls == 3 else values[i % len(values)] for i in range(N)]


def decimals(scale):
    return cycle([decimal.Decimal(n).scaleb(-scale) for n in [0, 1, -1, 3, 12345, -99999]])


kinds = {
    'int8': pa.array(cycle([0, 127, -128]), pa.int8()),
    'uint8': pa.array(cycle([0, 255]), pa.uint8()),
    'int32': pa.array(cycle([w for w in wholes if abs(w) <= 2**31 - 1]), pa.int32()),
    'uint32': pa.array(cycle([0, 1, 2**31, 2**32 - 1]), pa.uint32()),
    'int64': pa.array(cycle(wholes), pa.int64()),
    'int64full': pa.array(cycle(wholes, 0), pa.int64()),
    'uint64': pa.array(cycle([0, 2**53 + 1, 2**63, 2**64 - 1]), pa.uint64()),
    'float16': pa.array(cycle([0.0, -0.0, 1.5, 6e-8, 65504.0, math.nan, math.inf, -math.inf]), pa.float16()),
    'float32': pa.array(cycle(floats), pa.float32()),
    'float64': pa.array(cycle(floats), pa.float64()),
    'nans': pa.array(cycle([float('nan')]), pa.float64()),
    'nulls': pa.array([None] * N, pa.int32()),
    'boolean': pa.array(cycle([True, False, False])),
    'text': pa.array(cycle(texts)),
    'binary': pa.array(cycle([b'\xff\xfe', b'', b'ok', b'\xef\xbb\xbfx']), pa.binary()),
    'fixed': pa.array(cycle([b'abcd', b'\xff\x00\xff\x00']), pa.binary(4)),
    'decimal9': pa.array(decimals(2), pa.decimal128(9, 2)),
    'decimal18': pa.array(decimals(4), pa.decimal128(18, 4)),
    'decimal38': pa.array(decimals(10), pa.decimal128(38, 10)),
    'date': pa.array(cycle([0, -1, 19000, -719528, 2932896, 2**31 - 1]), pa.date32()),
    'time': pa.array(cycle([0, 1, 86_399_999]), pa.time32('ms')),
    'millis': pa.array(cycle(micros), pa.timestamp('ms')),
    'micros': pa.array(cycle(micros), pa.timestamp('us', 'UTC')),
    'nanos': pa.array(cycle(micros), pa.timestamp('ns')),
}
everything = pa.table(kinds)


def write(name, **options):
    pq.write_table(everything, os.path.join(OUT, f'types-{name}.parquet'), row_group_size=25, **options)


write('pyarrow', version='2.6')
write('plain', use_dictionary=False, data_page_version='2.0', data_page_size=64, write_batch_size=8, write_page_index=True)
binaries = {'text': 'DELTA_BYTE_ARRAY', 'binary': 'DELTA_LENGTH_BYTE_ARRAY'}
others = {'int32': 'DELTA_BINARY_PACKED', 'int64': 'DELTA_BINARY_PACKED', 'float64': 'BYTE_STREAM_SPLIT', 'boolean': 'RLE'}
write('encodings', use_dictionary=False, column_encoding=binaries | others)
pq.write_table(
    pa.table({'int96': kinds['nanos']}),
    os.path.join(OUT, 'types-int96.parquet'),
    use_deprecated_int96_timestamps=True,
)
frame = pd.DataFrame(
    {
        'int64': [w for w in wholes for _ in range(2)],
        'float64': [floats[i % len(floats)] for i in range(26)],
        'text': [texts[i % len(texts)] for i in range(26)],
        'boolean': [i % 3 == 0 for i in range(26)],
        'nanos': pd.to_datetime([1_700_000_000_123_456_789 - i * 10**17 for i in range(26)]),
        'kind': pd.Categorical(['owner' if i % 2 else 'rent' for i in range(26)]),
    }
)
fastparquet.write(os.path.join(OUT, 'types-fastparquet.parquet'), frame, row_group_offsets=[0, 10], stats=True)
duckdb.sql("SET TimeZone = 'UTC'")
duckdb.sql(
    f"""COPY (SELECT * REPLACE (int64::HUGEINT::BIGINT AS int64), uuid_str::UUID AS uuid,
      date + 1 AS later FROM (
      SELECT int8, uint8, int32, uint32, int64, uint64, float32, float64, boolean, text, decimal9, decimal18, decimal38,
        CASE WHEN date BETWEEN DATE '0001-01-01' AND DATE '9999-12-30' THEN date END AS date, micros,
        '00000000-0000-4000-8000-0000000000' || lpad((row_number() OVER ())::VARCHAR, 2, '0') AS uuid_str
      FROM read_parquet('{os.path.join(OUT, 'types-pyarrow.parquet')}')))
    TO '{os.path.join(OUT, 'types-duckdb.parquet')}' (FORMAT parquet, PARQUET_VERSION v2)"""
)
