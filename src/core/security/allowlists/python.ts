import { defineAllowList } from './allow-list.ts'
import { versionsOf } from './versions-of.ts'

/** Plain values of Python's standard library. No `getattr`, `operator`, `functools.partial`, loaders or paths. */
export const python = defineAllowList({
  library: 'python',
  versions: versionsOf('python'),
  made: 'by hand',
  names: {
    builtins:
      'bytearray[R] bytes[R] complex[R] dict[V] float[V] frozenset[R] int[V] list[V] object[V] range[R] set[R] slice[R] str[V] tuple[V] bool[V]',
    _codecs: 'encode[R]',
    collections: 'Counter[RD] OrderedDict[RDB] defaultdict[RD] deque[RL]',
    copyreg: '_reconstructor[R]',
    datetime: 'date[R] datetime[R] time[R] timedelta[R] timezone[R]',
    decimal: 'Decimal[R]',
  },
  calls: {
    'builtins:bytearray': { args: [[], ['bytes'], ['str', '=latin-1']], makes: 'bytearray' },
    'builtins:bytes': { args: [[]], makes: 'bytes' },
    'builtins:complex': { args: [['float', 'float']], makes: 'complex' },
    'builtins:frozenset': { args: [[], ['list']], makes: 'frozenset' },
    'builtins:range': { args: [['int', 'int', 'int']], makes: 'range' },
    'builtins:set': { args: [[], ['list']], makes: 'set' },
    'builtins:slice': { args: [['int|none', 'int|none', 'int|none']], makes: 'slice' },
    '_codecs:encode': { args: [['str', '=latin1']], makes: 'bytes' },
    'collections:Counter': { args: [[], ['dict']] },
    'collections:OrderedDict': { args: [[], ['list']] },
    'collections:defaultdict': {
      args: [
        [],
        ['none|&collections:OrderedDict|&builtins:int|&builtins:float|&builtins:list|&builtins:dict|&builtins:set'],
      ],
    },
    'collections:deque': { args: [[], ['tuple|list'], ['tuple|list', 'int']] },
    'copyreg:_reconstructor': {
      args: [
        ['class', '&builtins:object', 'none'],
        ['class', '&builtins:dict', 'dict'],
        ['class', '&builtins:list', 'list'],
        ['class', '&builtins:tuple', 'tuple'],
      ],
      makes: 0,
    },
    'datetime:date': { args: [['bytes']] },
    'datetime:datetime': { args: [['bytes'], ['bytes', '@datetime:timezone|@pytz:_UTC']] },
    'datetime:time': { args: [['bytes']] },
    'datetime:timedelta': { args: [['int', 'int', 'int']] },
    'datetime:timezone': { args: [['@datetime:timedelta'], ['@datetime:timedelta', 'str']] },
    'decimal:Decimal': { args: [['str']] },
  },
})
