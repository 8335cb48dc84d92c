"""Frames, series, indexes and scalars of every dtype."""
import numpy as np
import pandas as pd

LIBRARY = 'pandas'


def objects():
    frame = pd.DataFrame({
        'i': [1, 2, 3], 'f': [1.0, np.nan, 3.0], 's': ['a', 'b', None], 'b': [True, False, True],
        'd': pd.date_range('2020-01-01', periods=3), 'z': pd.date_range('2020-01-01', periods=3, tz='UTC'),
        't': pd.to_timedelta([1, 2, 3], unit='s'), 'c': pd.Categorical(['x', 'y', 'x'], ordered=True),
        'p': pd.period_range('2020-01', periods=3, freq='M'), 'v': pd.interval_range(0, 3),
        'n': pd.array([1, None, 3], dtype='Int64'), 'm': pd.array([True, None, False], dtype='boolean'),
        'w': pd.array(['a', None, 'c'], dtype='string'), 'g': pd.array([1.5, None, 2.5], dtype='Float64'),
    })
    yield 'frame', frame
    for column in frame:
        yield f'series-{column}', frame[column]
        yield f'array-{column}', frame[column].array
        yield f'dtype-{column}', frame[column].dtype
        yield f'index-{column}', pd.Index(frame[column])
    yield 'frame-numbers', frame[['i', 'f', 'b']]
    yield 'frame-indexed', frame.set_index('d')
    yield 'frame-multi', frame.set_index(['c', 's'])
    yield 'frame-columns', pd.DataFrame(np.zeros((2, 2)), columns=pd.MultiIndex.from_product([['a'], ['x', 'y']]))
    yield 'frame-empty', pd.DataFrame()
    yield 'range', pd.RangeIndex(3)
    yield 'multi', pd.MultiIndex.from_arrays([[1, 2], ['a', 'b']], names=['n', 's'])
    yield 'named', pd.Index(['a', 'b'], name='k')
    for dtype in ('Int8', 'Int16', 'Int32', 'UInt8', 'UInt16', 'UInt32', 'UInt64', 'Float32'):
        yield f'masked-{dtype}', pd.array([1, None], dtype=dtype)
    for freq in ('D', 'h', 'min', 's', 'MS', 'QS', 'W', 'B'):
        try:
            index = pd.date_range('2020-01-01', periods=3, freq=freq)
        except ValueError:
            continue
        yield f'freq-{freq}', index
        yield f'offset-{freq}', index.freq
    yield 'timestamp', pd.Timestamp('2020-01-01 12:00')
    yield 'timestamp-utc', pd.Timestamp('2020-01-01', tz='UTC')
    yield 'timedelta', pd.Timedelta('1h')
    yield 'period', pd.Period('2020-01', freq='M')
    yield 'interval', pd.Interval(0, 1)
    yield 'missing', [pd.NA, pd.NaT]
    yield 'grouped', frame.groupby('i')['f'].mean()
    yield 'described', frame[['i', 'f']].describe()


def refused():
    yield 'sparse', pd.arrays.SparseArray([0, 0, 1])
