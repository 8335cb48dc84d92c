"""An unpickler that notes what a stream does with each imported object, and what code of the object's own that runs."""
import pickle
import types

# Names of protocols below 3, and of numpy before 2, as src/core/security/allowlists/find-allowed.ts maps them.
PYTHON_2 = {'__builtin__': 'builtins', 'copy_reg': 'copyreg'}
PYTHON_2_NAMES = {'xrange': 'range', 'long': 'int', 'unicode': 'str'}

# Which methods of a class the unpickler, or the interpreter after it, calls for each use.
LOOKED_UP = ('__getattr__', '__getattribute__')
METHODS = {
    'R': ('__new__', '__init__'),
    'N': ('__new__',),
    'B': ('__setstate__', *LOOKED_UP),
    'D': ('__setitem__',),
    'L': ('append', 'extend', *LOOKED_UP),
}
ALWAYS = ('__del__', '__hash__', '__eq__')


def alias(module, name):
    if module in PYTHON_2:
        return f'{PYTHON_2[module]}:{PYTHON_2_NAMES.get(name, name) if module == "__builtin__" else name}'
    if module == 'numpy.core' or module.startswith('numpy.core.'):
        module = 'numpy._core' + module[len('numpy.core'):]
    return f'{module}:{name}'


def kind_of(obj):
    if isinstance(obj, type):
        return 'class'
    if isinstance(obj, (types.FunctionType, types.BuiltinFunctionType)) or 'function' in type(obj).__name__:
        return 'function'
    return 'value'


def hooks_of(cls, uses):
    """`module:class.method` of each method that runs, unless it is one that Python's own types have."""
    found = set()
    for method in [*ALWAYS, *(m for use in uses for m in METHODS.get(use, ()))]:
        for base in cls.__mro__:
            if method in vars(base):
                if base.__module__ not in ('builtins', 'collections', 'enum', '_collections_abc', 'collections.abc', 'typing'):
                    found.add(f'{alias(base.__module__, base.__qualname__)}.{method}')
                break
    return sorted(found)


class Seen:
    """What was seen of each name: kind, uses with the shapes of arguments, the object itself."""

    def __init__(self):
        self.names = {}
        self.objects = {}

    def note(self, key, use, detail=None):
        details = self.names.setdefault(key, {}).setdefault(use, set())
        if detail is not None:
            details.add(detail)

    def report(self):
        result = {}
        for key, uses in sorted(self.names.items()):
            obj = self.objects.get(key)
            result[key] = {'kind': kind_of(obj), 'uses': {use: sorted(map(list, details)) for use, details in sorted(uses.items())}}
            if isinstance(obj, type):
                result[key]['hooks'] = hooks_of(obj, uses)
        return result


def spying(base, seen):
    known, kept = {}, []

    def name_of(obj):
        return known.get(id(obj), alias(type(obj).__module__, type(obj).__qualname__))

    def shape(value):
        if value is None:
            return 'none'
        if id(value) in known:
            return '&' + known[id(value)]
        kind = type(value)
        if kind is tuple and all(type(item) is int for item in value):
            return 'ints'
        if kind.__module__ == 'builtins':
            return kind.__name__
        if kind.__module__.startswith('numpy'):
            if kind.__name__ in ('ndarray', 'matrix', 'recarray', 'memmap'):
                return 'array'
            if 'dtype' in kind.__name__.lower():
                return 'dtype'
            if hasattr(value, 'dtype'):
                return 'number'
        return '@' + name_of_class(kind)

    def name_of_class(cls):
        return known.get(id(cls), alias(cls.__module__, cls.__qualname__))

    class Spy(base):
        dispatch = dict(base.dispatch)

        def find_class(self, module, name):
            obj = super().find_class(module, name)
            key = alias(module, name) if self.proto < 3 else alias(*((module, name) if module not in PYTHON_2 else ('?', name)))
            known[id(obj)] = key
            kept.append(obj)
            seen.objects[key] = obj
            seen.note(key, 'V')
            return obj

    def before(opcode, action):
        original = base.dispatch[opcode[0]]

        def load(self):
            action(self)
            original(self)
        Spy.dispatch[opcode[0]] = load

    def args_of(value):
        return tuple(shape(item) for item in value)

    def state_of(self):
        state, target = self.stack[-1], self.stack[-2]
        seen.note(name_of_class(type(target)), 'B', ('(', *args_of(state)) if type(state) is tuple else (shape(state),))

    before(pickle.REDUCE, lambda self: seen.note(name_of(self.stack[-2]), 'R', args_of(self.stack[-1])))
    before(pickle.NEWOBJ, lambda self: seen.note(name_of(self.stack[-2]), 'N', args_of(self.stack[-1])))
    before(pickle.NEWOBJ_EX, lambda self: seen.note(name_of(self.stack[-3]), 'X'))
    before(pickle.BUILD, state_of)
    for opcode, depth, use in ((pickle.SETITEM, -3, 'D'), (pickle.APPEND, -2, 'L')):
        before(opcode, lambda self, depth=depth, use=use: seen.note(name_of_class(type(self.stack[depth])), use))
    for opcode, use in ((pickle.SETITEMS, 'D'), (pickle.APPENDS, 'L')):
        before(opcode, lambda self, use=use: seen.note(name_of_class(type(self.metastack[-1][-1])), use))

    load = Spy.load

    def load_from_start(self):
        self.proto = 0
        return load(self)
    Spy.load = load_from_start
    return Spy
