#!/usr/bin/env python3
"""Writes test/fixtures/tables: one table as CSV and as Parquet in several ways (pyarrow 22 wrote the files in the repository).

    pip install pyarrow
    python scripts/make-parquet.py
"""
import csv
import datetime
import os

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
