"""Arrays of every kind of dtype, scalars, masked and record arrays, polynomials, random state."""
import numpy as np

LIBRARY = 'numpy'


def objects():
    for code in ('?', 'i1', 'i2', 'i4', 'i8', 'u1', 'u2', 'u4', 'u8', 'f2', 'f4', 'f8', 'g', 'c8', 'c16', '>i4', '>f8'):
        yield f'array-{code}', np.arange(6).reshape(2, 3).astype(code)
        yield f'scalar-{code}', np.dtype(code).type(1)
        yield f'dtype-{code}', np.dtype(code)
    yield 'array-empty', np.zeros((0, 3))
    yield 'array-0d', np.array(1.5)
    yield 'array-fortran', np.asfortranarray(np.ones((3, 4)))
    yield 'array-strided', np.arange(10)[::2]
    yield 'array-object', np.array(['a', None, 1, (2, 3)], dtype=object)
    yield 'array-text', np.array(['a', 'bcd'])
    yield 'array-bytes', np.array([b'a', b'bcd'])
    yield 'array-void', np.zeros(2, dtype='V5')
    yield 'array-dates', np.array(['2020-01-01', 'NaT'], dtype='M8[D]')
    yield 'array-spans', np.array([1, 2], dtype='m8[s]')
    yield 'scalar-date', np.datetime64('2020-01-01T00:00:00')
    yield 'scalar-span', np.timedelta64(3, 'h')
    yield 'scalar-text', np.str_('abc')
    yield 'scalar-bytes', np.bytes_(b'abc')
    record = np.dtype([('a', 'i4'), ('b', 'f8', (2,)), ('c', 'U3')])
    yield 'dtype-record', record
    yield 'dtype-aligned', np.dtype([('a', 'i1'), ('b', 'f8')], align=True)
    yield 'array-record', np.zeros(3, dtype=record)
    yield 'scalar-record', np.zeros(3, dtype=record)[0]
    yield 'array-nested-record', np.zeros(2, dtype=[('x', record), ('y', 'i2')])
    yield 'array-record-objects', np.array([(1, 'a')], dtype=[('n', 'i8'), ('o', object)])
    yield 'recarray', np.rec.array([(1, 2.0)], dtype=[('a', 'i4'), ('b', 'f8')])
    yield 'matrix', np.matrix([[1, 2], [3, 4]])
    yield 'masked', np.ma.masked_array([1, 2, 3], mask=[0, 1, 0])
    yield 'masked-constant', np.ma.masked
    yield 'masked-record', np.ma.zeros(2, dtype=[('a', 'i4'), ('b', 'f8')])
    yield 'poly1d', np.poly1d([1, 2, 3])
    for kind in ('Polynomial', 'Chebyshev', 'Hermite', 'HermiteE', 'Laguerre', 'Legendre'):
        yield kind, getattr(np.polynomial, kind)([1.0, 2.0, 3.0])
    for name in ('MT19937', 'PCG64', 'PCG64DXSM', 'Philox', 'SFC64'):
        if hasattr(np.random, name):
            generator = getattr(np.random, name)(3)
            yield f'bits-{name}', generator
            yield f'generator-{name}', np.random.Generator(generator)
    yield 'RandomState', np.random.RandomState(3)
    yield 'seed-sequence', np.random.SeedSequence(3)
    for function in ('log1p', 'expm1', 'sqrt', 'exp', 'log', 'square', 'mean', 'median', 'sum', 'std', 'abs', 'sign', 'rint'):
        yield f'function-{function}', getattr(np, function)
    for name in ('float64', 'int64', 'float32', 'bool_', 'str_', 'object_'):
        yield f'type-{name}', getattr(np, name)
    yield 'constants', {'nan': np.nan, 'inf': np.inf, 'shared': [np.dtype('f8'), np.arange(3), np.float64(2)]}
