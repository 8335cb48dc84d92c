"""Plain values of Python's standard library that stand beside models."""
import collections
import datetime
import decimal

LIBRARY = 'python'


def objects():
    yield 'constants', [None, True, False, 0, -1, 255, 65536, -2 ** 31, 10 ** 30, 1.5, float('inf'), 'text', 'héé\u20ac\U0001f600', '', b'\x00\xff', b'', ()]
    yield 'long-text', 'line\nbreak \\ back ' * 100
    yield 'bytes', {'bytes': b'xyz' * 100, 'array': bytearray(b'abc'), 'empty': bytearray()}
    yield 'containers', {'list': [1, 2], 'tuple': (1, 2, 3, 4), 'set': {1, 2}, 'frozen': frozenset('ab'), 'nested': {'a': [{}], 1: ((),)}}
    knot = []
    knot.append(knot)
    yield 'recursive', knot
    shared = ['x']
    yield 'shared', [shared, shared, {'again': shared}]
    yield 'numbers', [3j, range(3), slice(1, None, 2), decimal.Decimal('1.50')]
    yield 'ordered', collections.OrderedDict(a=1, b=[2])
    yield 'counter', collections.Counter('aab')
    yield 'defaultdict', collections.defaultdict(list, a=[1])
    yield 'deque', collections.deque([1, 2], maxlen=5)
    utc = datetime.timezone.utc
    yield 'dates', [datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4), datetime.datetime(2020, 1, 2, tzinfo=utc), datetime.time(1, 2), datetime.timedelta(1, 2, 3), datetime.timezone(datetime.timedelta(hours=2))]
    yield 'types', [int, float, str, bool, list, dict, object]
    yield 'many', list(range(3000))
