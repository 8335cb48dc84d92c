#!/usr/bin/env python3
"""Cases of security-scan: files that are harmless, files shaped like attacks, and what is to be said of each.

    python make-pickles.py test/cases/security

Every case is a folder FORMAT/NAME with one input file and expected.json: the format, the status and the names of the findings.
The files shaped like attacks are put together byte by byte and never loaded; what they would call does nothing (os.getcwd,
builtins.print). The harmless ones are dumped by the libraries themselves; those in the repository by scikit-learn 1.9.1,
numpy 2.4.6 and joblib 1.6.0 on Python 3.11.
"""
import collections
import gzip
import io
import json
import pickle
import shutil
import struct
import sys
import zlib
from pathlib import Path

import joblib
import numpy as np
import scipy.sparse
from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingRegressor, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import BallTree, KDTree
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, StandardScaler

OUT = Path(sys.argv[1])


def case(form, name, content, status, finds=(), file='model.pkl', made_of=None):
    """One case; `made_of` is the format it is told to be where that is not the folder's."""
    folder = OUT / form / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / file).write_bytes(content)
    expected = {'format': made_of or form, 'status': status, **({} if finds is None else {'finds': list(finds)})}
    (folder / 'expected.json').write_text(json.dumps(expected, indent=2) + '\n')


# ---- an assembler

STOP, MARK, NONE, REDUCE, BUILD, NEWOBJ, EMPTY_TUPLE, EMPTY_DICT, MEMOIZE = b'.', b'(', b'N', b'R', b'b', b'\x81', b')', b'}', b'\x94'


def proto(version):
    return b'\x80' + bytes([version])


def text(value):
    raw = value.encode('utf-8', 'surrogatepass')
    return b'\x8c' + bytes([len(raw)]) + raw if len(raw) < 256 else b'X' + struct.pack('<I', len(raw)) + raw


def name(module, qualname):
    """STACK_GLOBAL, as since protocol 4."""
    return text(module) + text(qualname) + b'\x93'


def line_name(module, qualname):
    """GLOBAL, as before protocol 4."""
    return f'c{module}\n{qualname}\n'.encode()


def integer(value):
    return b'K' + bytes([value]) if 0 <= value < 256 else b'J' + struct.pack('<i', value)


def data(value):
    return b'C' + bytes([len(value)]) + value if len(value) < 256 else b'B' + struct.pack('<I', len(value)) + value


def frame(body):
    return b'\x95' + struct.pack('<Q', len(body)) + body


def state(**entries):
    return EMPTY_DICT + MARK + b''.join(text(key) + value for key, value in entries.items()) + b'u'


def tuple_of(*items):
    return MARK + b''.join(items) + b't'


PAYLOAD = name('os', 'getcwd') + EMPTY_TUPLE + REDUCE
OLD_PAYLOAD = line_name('os', 'getcwd') + b'(tR'
ESTIMATOR = name('sklearn.linear_model._logistic', 'LogisticRegression')
FOUND = ['os.getcwd']


def p4(body):
    return proto(4) + body


def dtype(code, *built):
    """numpy.dtype(code, False, True), with a state where one is given."""
    return name('numpy', 'dtype') + text(code) + b'\x89\x88\x87' + REDUCE + b''.join(tuple_of(*state) + BUILD for state in built)


def dtype_state(order='|', sub=NONE, names=NONE, fields=NONE, size=-1, align=-1, flags=0):
    return integer(3), text(order), sub, names, fields, integer(size), integer(align), integer(flags)


FLOAT8 = dtype('f8', dtype_state('<'))


def fresh_array(kind=None):
    return name('numpy._core.multiarray', '_reconstruct') + (kind or name('numpy', 'ndarray')) + integer(0) + b'\x85' + data(b'b') + b'\x87' + REDUCE


def array(kind, shape, content):
    return fresh_array() + tuple_of(integer(1), tuple_of(*map(integer, shape)), kind, b'\x89', content) + BUILD


# ---- real files

rng = np.random.RandomState(0)
X, labels = rng.normal(size=(40, 2)), np.array(['bad', 'good'])[rng.randint(0, 2, 40)]
logistic = make_pipeline(StandardScaler(), LogisticRegression()).fit(X, labels)
encoder = OneHotEncoder().fit(np.array([['x'], ['y']], dtype=object))
forest = RandomForestClassifier(2, max_depth=3, random_state=0).fit(X, labels)
boosted = GradientBoostingClassifier(n_estimators=2, max_depth=2, random_state=0).fit(X, labels)
plain_values = {
    'text': 'héé', 'bytes': b'xx', 'array': bytearray(b'yy'), 'set': {1}, 'frozen': frozenset([1]), 'complex': 3j, 'range': range(3),
    'big': 10 ** 40, 'negative': -5, 'float': 1.5, 'ordered': collections.OrderedDict(a=1), 'counts': collections.Counter('aab'),
}
knot = ([],)
knot[0].append(knot)


def dumped(obj, **options):
    stream = io.BytesIO()
    joblib.dump(obj, stream, **options)
    return stream.getvalue()


def harmless():
    for protocol in range(6):
        case('pickle', f'model-protocol-{protocol}', pickle.dumps(logistic, protocol), 'pass', made_of='pickle+text' if protocol == 0 else None)
    for protocol in (2, 3, 4, 5):
        case('pickle', f'values-protocol-{protocol}', pickle.dumps(plain_values, protocol), 'pass')
    case('pickle', 'forest', pickle.dumps(forest, 5), 'pass')
    case('pickle', 'boosted', pickle.dumps(boosted, 2), 'pass')
    case('pickle', 'function-transformer', pickle.dumps(FunctionTransformer(np.log1p), 4), 'pass')
    case('pickle', 'recursive-tuple', pickle.dumps(knot, 4), 'pass')
    case('pickle', 'no-imports', pickle.dumps([1, 2.0, 'three', None], 5), 'pass')
    case('joblib', 'model', dumped(logistic), 'pass', file='model.joblib')
    case('joblib', 'object-array-first', dumped(encoder), 'pass', file='model.joblib')
    case('joblib', 'dict-around-a-model', dumped({'model': encoder, 'threshold': 0.5}), 'pass', file='model.joblib')
    case('joblib', 'forest', dumped(forest), 'pass', file='model.joblib')
    case('joblib', 'arrays', dumped([np.zeros((0, 3)), np.array(5.0), np.asfortranarray(np.ones((2, 3))), np.array(['ab', 'c']), np.zeros(2, dtype=[('a', 'f8'), ('b', 'i4', (2,))])]), 'pass', file='arrays.joblib')
    case('joblib', 'nested-arrays', dumped(np.array([np.arange(3), None, 's', np.float64(3)], dtype=object)), 'pass', file='arrays.joblib')
    case('zlib', 'model', dumped(logistic, compress=3), 'pass', file='model.joblib')
    case('gzip', 'model', dumped(logistic, compress=('gzip', 3)), 'pass', file='model.joblib.gz')


def imports():
    for version in (2, 3):
        case('pickle', f'unknown-name-protocol-{version}', proto(version) + OLD_PAYLOAD + STOP, 'fail', FOUND)
    for version in (4, 5):
        case('pickle', f'unknown-name-protocol-{version}', proto(version) + frame(PAYLOAD + STOP), 'fail', FOUND)
    unlisted = {
        'builtin': ('builtins', 'print'), 'getattr': ('builtins', 'getattr'), 'partial': ('functools', 'partial'), 'itemgetter': ('operator', 'itemgetter'),
        'submodule': ('asyncio.unix_events', '_UnixSubprocessTransport'), 'harmful-attribute-of-a-known-package': ('numpy.testing._private.utils', 'runstring'),
        'dotted-name': ('numpy', 'testing._private.utils.runstring'), 'dotted-name-into-another-module': ('sklearn.pipeline', 'os.getcwd'),
        'dotted-name-across-the-boundary': ('sklearn', 'pipeline.Pipeline'), 'loader': ('joblib.numpy_pickle', '_unpickle'), 'distribution': ('scipy.stats._continuous_distns', 'norm_gen'),
        'cloudpickle': ('cloudpickle.cloudpickle', '_make_function'), 'torch-bytes': ('torch.storage', '_load_from_bytes'), 'python-2-name': ('__builtin__', 'set'),
        'wrong-case': ('Builtins', 'set'), 'byte-order-mark': ('\ufeffbuiltins', 'set'), 'null-byte': ('builtins\0', 'set'), 'carriage-return': ('builtins', 'set\r'), 'prefix-of-a-name': ('sklearn.pipeline', 'Pipe'),
    }
    for label, (module, qualname) in unlisted.items():
        case('pickle', f'unlisted-{label}', p4(name(module, qualname) + EMPTY_TUPLE + REDUCE + STOP), 'fail', None)
    case('pickle', 'imported-only', p4(name('os', 'getcwd') + STOP), 'fail', FOUND)
    case('pickle', 'name-from-memo', p4(text('os') + MEMOIZE + b'0' + text('getcwd') + MEMOIZE + b'0h\x00h\x01\x93)R' + STOP), 'fail', FOUND)
    case('pickle', 'name-from-dup', p4(text('os') + b'2\x93' + STOP), 'fail', ['DUP', 'os.os'])
    case('pickle', 'name-behind-a-decoy', p4(text('builtins') + text('set') + b'0' + b'0' + PAYLOAD + STOP), 'fail', FOUND)
    case('pickle', 'name-computed', p4(name('_codecs', 'encode') + text('os') + text('latin1') + b'\x86R' + text('getcwd') + b'\x93)R' + STOP), 'inconclusive')
    case('pickle', 'name-joined', p4(name('builtins', 'str.join') + text('') + b'](' + text('o') + text('s') + b'e\x86R' + text('getcwd') + b'\x93)R' + STOP), 'fail', ['builtins.str.join', '?'])
    case('pickle', 'name-with-escapes', proto(2) + b'Vo\\u0073\n' + b'Vgetcwd\n' + b'\x93)R' + STOP, 'fail', FOUND)
    case('pickle', 'name-too-long', p4(text('a' * 5000) + text('b') + b'\x93' + STOP), 'fail', ['?'])


def calls():
    case('pickle', 'popped-call', p4(PAYLOAD + b'0' + pickle.dumps(1, 4)[2:]), 'fail', FOUND)
    case('pickle', 'popped-to-the-mark', p4(MARK + PAYLOAD + b'1N' + STOP), 'fail', FOUND)
    case('pickle', 'inst', b'(ios\ngetcwd\n.', 'fail', FOUND, made_of='pickle+text')
    case('pickle', 'inst-of-a-listed-name', proto(2) + b'(isklearn.linear_model._logistic\nLogisticRegression\n.', 'fail', ['sklearn.linear_model._logistic.LogisticRegression'])
    case('pickle', 'obj', proto(2) + b'(' + line_name('os', 'getcwd') + b'o.', 'fail', ['os.getcwd', 'OBJ'])
    case('pickle', 'obj-popped', p4(MARK + ESTIMATOR + b'o0N' + STOP), 'fail', ['sklearn.linear_model._logistic.LogisticRegression'])
    case('pickle', 'newobj-ex', p4(ESTIMATOR + EMPTY_TUPLE + EMPTY_DICT + b'\x92' + STOP), 'fail', ['sklearn.linear_model._logistic.LogisticRegression'])
    case('pickle', 'newobj-with-arguments', p4(ESTIMATOR + text('l2') + b'\x85\x81' + STOP), 'fail', ['sklearn.linear_model._logistic.LogisticRegression'])
    case('pickle', 'newobj-of-unlisted', p4(name('subprocess', 'Popen') + EMPTY_TUPLE + NEWOBJ + STOP), 'fail', ['subprocess.Popen'])
    for label, code in {'ext1': b'\x82\x01', 'ext2': b'\x83\x01\x00', 'ext4': b'\x84\x01\x00\x00\x00'}.items():
        case('pickle', label, p4(code + EMPTY_TUPLE + REDUCE + STOP), 'fail', [label.upper()])
    case('pickle', 'persistent-id', proto(2) + b'Pstorage\n.', 'fail', ['PERSID'])
    case('pickle', 'persistent-id-from-stack', p4(text('storage') + b'Q' + STOP), 'fail', ['BINPERSID'])
    case('pickle', 'out-of-band-buffer', proto(5) + b'\x97\x98' + STOP, 'fail', ['NEXT_BUFFER', 'READONLY_BUFFER'])
    case('pickle', 'value-called', p4(name('numpy', 'mean') + EMPTY_TUPLE + REDUCE + STOP), 'fail', ['numpy.mean'])
    case('pickle', 'instance-called', p4(ESTIMATOR + EMPTY_TUPLE + NEWOBJ + EMPTY_TUPLE + REDUCE + STOP), 'fail', ['sklearn.linear_model._logistic.LogisticRegression'])
    case('pickle', 'text-called', p4(text('print') + EMPTY_TUPLE + REDUCE + STOP), 'inconclusive')
    case('pickle', 'codec-not-latin1', p4(name('_codecs', 'encode') + text('x') + text('rot13') + b'\x86R' + STOP), 'fail', ['_codecs.encode'])
    case('pickle', 'huge-bytearray', p4(name('builtins', 'bytearray') + b'J\xff\xff\xff\x7f\x85R' + STOP), 'fail', ['builtins.bytearray'])
    case('pickle', 'arguments-no-tuple', p4(name('builtins', 'set') + b']R' + STOP), 'fail', ['builtins.set'])
    case('pickle', 'another-constructor', p4(name('numpy.random._pickle', '__generator_ctor') + text('MT19937') + name('builtins', 'set') + b'\x86R' + STOP), 'fail', ['numpy.random._pickle.__generator_ctor'])
    case('pickle', 'default-factory', p4(name('collections', 'defaultdict') + name('numpy', 'mean') + b'\x85R' + STOP), 'fail', ['collections.defaultdict'])
    case('pickle', 'index-of-another-class', p4(name('pandas.core.indexes.base', '_new_Index') + name('numpy', 'ndarray') + EMPTY_DICT + b'\x86R' + STOP), 'fail', ['pandas.core.indexes.base._new_Index'])
    case('pickle', 'several-findings', p4(b''.join(name('os', f'name_{i}') + b'0' for i in range(12)) + NONE + STOP), 'fail', [f'os.name_{i}' for i in range(12)])


def changes():
    made = ESTIMATOR + EMPTY_TUPLE + NEWOBJ
    this = ['sklearn.linear_model._logistic.LogisticRegression']
    case('pickle', 'build-on-a-function', p4(name('numpy', 'mean') + state(x=NONE) + BUILD + STOP), 'fail', ['numpy.mean'])
    case('pickle', 'build-on-a-class', p4(ESTIMATOR + state(fit=name('builtins', 'set')) + BUILD + STOP), 'fail', this)
    case('pickle', 'build-twice', p4(made + state(a=NONE) + BUILD + state(b=NONE) + BUILD + STOP), 'fail', this)
    case('pickle', 'dunder-state', p4(made + state(__class__=name('builtins', 'set')) + BUILD + STOP), 'fail', this)
    case('pickle', 'state-with-computed-key', p4(made + EMPTY_DICT + EMPTY_TUPLE + NONE + b's' + BUILD + STOP), 'fail', this)
    case('pickle', 'slot-state', p4(made + NONE + state(a=NONE) + b'\x86' + BUILD + STOP), 'fail', this)
    case('pickle', 'state-changed-later', p4(made + EMPTY_DICT + MEMOIZE + BUILD + b'h\x00' + text('__class__') + NONE + b's0' + STOP), 'fail', ['SETITEM'])
    case('pickle', 'state-of-a-list', p4(b']' + EMPTY_DICT + BUILD + STOP), 'fail', ['list'])
    case('pickle', 'setitem-on-import', p4(name('numpy', 'mean') + text('x') + NONE + b's' + STOP), 'fail', ['numpy.mean'])
    case('pickle', 'setitems-on-import', p4(name('collections', 'OrderedDict') + MARK + text('x') + NONE + b'u' + STOP), 'fail', ['collections.OrderedDict'])
    case('pickle', 'append-on-import', p4(name('collections', 'deque') + NONE + b'a' + STOP), 'fail', ['collections.deque'])
    case('pickle', 'appends-on-instance', p4(made + MARK + NONE + b'e' + STOP), 'fail', this)
    case('pickle', 'additems-on-instance', p4(made + MARK + NONE + b'\x90' + STOP), 'fail', this)
    case('pickle', 'appends-on-import', p4(name('collections', 'deque') + MARK + NONE + b'e' + STOP), 'fail', ['collections.deque'])
    case('pickle', 'additems-on-import', p4(name('builtins', 'set') + MARK + NONE + b'\x90' + STOP), 'fail', ['builtins.set'])
    case('pickle', 'import-changed-by-memo', p4(name('numpy', 'mean') + MEMOIZE + b'0](h\x00eh\x00' + text('x') + NONE + b's' + STOP), 'fail', ['numpy.mean'])
    spline = name('scipy.interpolate._cubic', 'CubicSpline') + EMPTY_TUPLE + NEWOBJ
    case('pickle', 'slot-state-with-dunder', p4(spline + NONE + state(__class__=ESTIMATOR) + b'\x86' + BUILD + STOP), 'fail', ['scipy.interpolate._cubic.CubicSpline'])
    data_of_formula = name('statsmodels.base.data', 'ModelData') + EMPTY_TUPLE + NEWOBJ
    evaluated = {'formula': text('print(1)'), 'restore_design_info': b'\x88'}
    many = {f'k{i}': NONE for i in range(256)}
    case('pickle', 'formula-evaluated', p4(data_of_formula + state(**evaluated) + BUILD + STOP), 'fail', ['statsmodels.base.data.ModelData'])
    case('pickle', 'formula-behind-many-keys', p4(data_of_formula + state(**many, **evaluated) + BUILD + STOP), 'fail', ['statsmodels.base.data.ModelData'])
    case('pickle', 'setitem-on-unlisted', p4(name('os', 'environ') + text('PATH') + text('') + b's' + STOP), 'fail', ['os.environ'])


def streams():
    case('pickle', 'broken-after-payload', p4(PAYLOAD + b'\xff\xff'), 'fail', FOUND)
    case('pickle', 'cut-off-after-payload', p4(PAYLOAD), 'fail', FOUND)
    case('pickle', 'cut-off', pickle.dumps(logistic, 4)[:-20], 'inconclusive')
    case('pickle', 'proto-only', p4(b''), 'inconclusive')
    case('pickle', 'frame-crossed', p4(b'\x95' + struct.pack('<Q', 3) + text('abcdef') + STOP), 'fail', ['FRAME'])
    case('pickle', 'frame-crossed-before-payload', p4(b'\x95' + struct.pack('<Q', 4) + text('abcdef') + b'0' + PAYLOAD + STOP), 'fail', ['FRAME'])
    case('pickle', 'frame-in-a-frame', p4(b'\x95' + struct.pack('<Q', 11) + b'\x95' + struct.pack('<Q', 2) + NONE + STOP), 'fail', ['FRAME'])
    case('pickle', 'frame-past-the-end', p4(b'\x95' + struct.pack('<Q', 99) + NONE + STOP), 'inconclusive')
    case('pickle', 'frame-of-huge-length', p4(b'\x95' + b'\xff' * 8 + NONE + STOP), 'inconclusive')
    case('pickle', 'proto-twice', p4(proto(2) + NONE + STOP), 'inconclusive')
    case('pickle', 'proto-late', NONE + b'0' + p4(name('builtins', 'set') + EMPTY_TUPLE + REDUCE + STOP), 'inconclusive')
    case('pickle', 'memo-rewritten', proto(2) + NONE + b'q\x00q\x00' + STOP, 'inconclusive')
    case('pickle', 'memo-unwritten', proto(2) + b'h\x07' + STOP, 'inconclusive')
    case('pickle', 'left-on-the-stack', p4(NONE + NONE + STOP), 'inconclusive')
    case('pickle', 'mark-left-open', p4(MARK + NONE + STOP), 'inconclusive')
    case('pickle', 'data-after-stop', pickle.dumps(1, 4) + b'\0' * 4, 'inconclusive')
    case('pickle', 'second-pickle', pickle.dumps(1, 4) + p4(PAYLOAD + STOP), 'inconclusive')
    case('pickle', 'instruction-of-a-later-protocol', proto(2) + text('x') + STOP, 'inconclusive')
    case('pickle', 'number-spelt-oddly', proto(2) + b'I 0x1_0\n.', 'inconclusive')
    case('pickle', 'length-negative', proto(2) + b'\x8b\xff\xff\xff\xff.', 'inconclusive')
    case('pickle', 'protocol-6', proto(6) + NONE + STOP, 'inconclusive', made_of='binary')
    case('pickle', 'text-without-protocol', b"cos\ngetcwd\n(tR.", 'fail', FOUND, file='notes.txt', made_of='pickle+text')
    case('pickle', 'text-with-odd-memo', b"cos\ngetcwd\np 0_0\n(tR.", 'fail', FOUND, file='notes.txt', made_of='pickle+text')
    case('pickle', 'text-cut-off-after-call', b"cos\ngetcwd\n(tR\n# and so on\n", 'fail', FOUND, file='notes.txt', made_of='pickle+text')
    case('pickle', 'text-without-a-last-line-end', b'(ios\ngetcwdX', 'fail', FOUND, file='notes.txt', made_of='pickle+text')
    case('pickle', 'text-behind-values', b"I1\n0Vnothing to see\n0cos\ngetcwd\n(tR.", 'fail', FOUND, file='README.md', made_of='pickle+text')
    case('pickle', 'protocol-1-payload', b'}q\x00(' + b'cos\ngetcwd\n)R' + b'U\x01xu.', 'fail', None)
    for file in ('weights.safetensors', 'model.onnx', 'data.csv', 'MODEL.PKL', 'no-extension'):
        case('pickle', f'named-{file.replace(".", "-").lower()}', p4(PAYLOAD + STOP), 'fail', FOUND, file=file)


def memory():
    """Values that make numpy or scikit-learn read or follow memory that is not theirs."""
    record = dtype('V8', dtype_state(names=text('a') + b'\x85', fields=EMPTY_DICT + text('a') + dtype('O8') + integer(0) + b'\x86s', size=8, align=1))
    wide = dtype('V8', dtype_state(names=text('a') + b'\x85', fields=EMPTY_DICT + text('a') + FLOAT8 + integer(4) + b'\x86s', size=8, align=1))
    case('pickle', 'dtype-hides-objects', p4(record + STOP), 'fail', ['numpy.dtype'])
    case('pickle', 'dtype-field-outside', p4(wide + STOP), 'fail', ['numpy.dtype'])
    shared = dtype('V8', dtype_state(names=text('a') + text('b') + b'\x86', size=8, align=1, flags=27,
        fields=EMPTY_DICT + MARK + text('a') + dtype('O8', dtype_state(flags=63)) + integer(0) + b'\x86' + text('b') + FLOAT8 + integer(0) + b'\x86u'))
    case('pickle', 'dtype-shares-an-object', p4(shared + STOP), 'fail', ['numpy.dtype'])
    case('pickle', 'dtype-of-strange-text', p4(dtype('f8,O') + STOP), 'fail', ['numpy.dtype'])
    late = dtype('V8') + MEMOIZE + b'0' + array(b'h\x00', [1], data(b'\0' * 8)) + b'h\x00' + tuple_of(*dtype_state(size=8)) + BUILD + b'0' + STOP
    case('pickle', 'dtype-built-after-use', p4(late), 'fail', ['numpy.dtype'])
    case('pickle', 'bytes-as-objects', p4(array(dtype('O8', dtype_state(flags=63)), [1], data(b'\0' * 8)) + STOP), 'fail', ['numpy.ndarray'])
    case('pickle', 'array-too-short', p4(array(FLOAT8, [100], data(b'\0' * 8)) + STOP), 'fail', ['numpy.ndarray'])
    nodes = forest.estimators_[0].tree_.__getstate__()['nodes']
    for label, change in {'tree-child-outside': ('left_child', 10_000), 'tree-child-before': ('right_child', 0), 'tree-feature-outside': ('feature', 999)}.items():
        bad = bytearray(nodes.tobytes())
        struct.pack_into('<q', bad, nodes.dtype.fields[change[0]][1], change[1])
        whole = pickle.dumps(forest, 5)
        assert nodes.tobytes() in whole
        case('pickle', label, whole.replace(nodes.tobytes(), bytes(bad), 1), 'fail', ['sklearn.tree._tree.Tree'])
    whole = pickle.dumps(forest, 4)
    written = text('node_count') + MEMOIZE + integer(len(nodes))
    assert written in whole
    case('pickle', 'tree-node-count', whole.replace(written, text('node_count') + MEMOIZE + integer(200), 1), 'fail', ['sklearn.tree._tree.Tree'])
    out_of_bounds()


class Reduced:
    """Is pickled as what it is told."""
    def __init__(self, *parts):
        self.parts = parts

    def __reduce__(self):
        return self.parts


def out_of_bounds():
    """What scikit-learn's boosting and scipy's sparse matrices read, and write, outside their arrays."""
    points = np.random.RandomState(0).rand(200, 2)
    boosted = HistGradientBoostingRegressor(max_iter=1, max_leaf_nodes=4).fit(points, points[:, 0])
    nodes = boosted._predictors[0][0].nodes
    for label, field, value in (('child-outside', 'left', 2**31), ('child-before', 'right', 0), ('feature-outside', 'feature_idx', -1)):
        before = nodes[field][0]
        nodes[field][0] = value
        case('pickle', f'boosted-{label}', pickle.dumps(boosted, 5), 'fail', ['sklearn.ensemble._hist_gradient_boosting.predictor.TreePredictor'])
        nodes[field][0] = before
    for label, part, change in (('index-outside', 1, 10**12), ('nodes-outside', 2, 10**9), ('nodes-missing', 2, None)):
        for kind in (KDTree, BallTree):
            tree = kind(points, leaf_size=5)
            make, arguments, state = tree.__reduce__()
            parts = [*state[:part], state[part].copy(), *state[part + 1:]]
            if change is None:
                parts[part] = parts[part][:1]
            else:
                (parts[part]['idx_end'] if part == 2 else parts[part])[:] = change
            name = kind.__name__
            module = '_kd_tree' if kind is KDTree else '_ball_tree'
            case('pickle', f'{name.lower()}-{label}', pickle.dumps(Reduced(make, arguments, tuple(parts)), 5), 'fail', [f'sklearn.neighbors.{module}.{name}'])
    for kind in ('csr', 'csc', 'bsr'):
        for label, part, value in (('index-outside', 'indices', 10**8), ('index-below', 'indices', -1), ('pointer-outside', 'indptr', 10**6)):
            matrix = getattr(scipy.sparse, f'{kind}_matrix')(np.eye(3))
            getattr(matrix, part)[-1] = value
            case('pickle', f'{kind}-{label}', pickle.dumps(matrix, 5), 'fail', [f'scipy.sparse._{kind}.{kind}_matrix'])
        case('pickle', kind, pickle.dumps(getattr(scipy.sparse, f'{kind}_array')(np.eye(3)), 2), 'pass')


# ---- joblib

def wrapper(kind, shape, subclass=None, **more):
    entries = {
        'subclass': subclass or name('numpy', 'ndarray'), 'shape': tuple_of(*map(integer, shape)), 'order': text('C'), 'dtype': kind,
        'allow_mmap': b'\x88', 'numpy_array_alignment_bytes': integer(16), **more,
    }
    entries = {key: value for key, value in entries.items() if value is not None}
    return name('joblib.numpy_pickle', 'NumpyArrayWrapper') + EMPTY_TUPLE + NEWOBJ + state(**entries) + BUILD


def padded(before, content):
    length = 16 - (len(before) + 1) % 16
    return before + bytes([length]) + b'\xff' * length + content


def joblib_cases():
    eight = b'\0' * 8
    head = p4(wrapper(FLOAT8, [1]))
    good = padded(head, eight)

    def jl(label, content, status, finds=()):
        case('joblib', label, content, status, finds, file='model.joblib')
    jl('by-hand', good + STOP, 'pass')
    jl('payload-after-array', good + b'0' + PAYLOAD + STOP, 'fail', FOUND)
    jl('payload-before-array', padded(p4(PAYLOAD + b'0' + wrapper(FLOAT8, [1])), eight) + STOP, 'fail', FOUND)
    jl('pickle-after-the-end', good + STOP + p4(PAYLOAD + STOP), 'inconclusive')
    jl('payload-behind-a-short-shape', padded(p4(wrapper(FLOAT8, [0])), b'0' + PAYLOAD + STOP), 'fail', FOUND)
    jl('payload-as-array-content', padded(p4(wrapper(dtype('u1', dtype_state()), [len(PAYLOAD)])), PAYLOAD) + STOP, 'pass')
    jl('payload-in-object-array', p4(wrapper(dtype('O8', dtype_state(flags=63)), [1], numpy_array_alignment_bytes=None)) + proto(5) + PAYLOAD + STOP + STOP, 'fail', FOUND)
    jl('object-array-of-something-else', p4(wrapper(dtype('O8', dtype_state(flags=63)), [1])) + proto(5) + name('numpy', 'mean') + STOP + STOP, 'fail', ['joblib.numpy_pickle.NumpyArrayWrapper'])
    jl('array-in-object-array', p4(wrapper(dtype('O8', dtype_state(flags=63)), [1])) + padded(p4(wrapper(FLOAT8, [1])), eight) + STOP + STOP, 'fail', None)
    jl('padding-of-other-bytes', head + good[len(head):].replace(b'\xff', b'\0', 1) + STOP, 'inconclusive')
    jl('padding-left-out', head + eight + STOP, 'inconclusive')
    jl('no-alignment', p4(wrapper(FLOAT8, [1], numpy_array_alignment_bytes=None)) + eight + STOP, 'inconclusive')
    jl('no-alignment-hides-payload', p4(wrapper(dtype('u1', dtype_state()), [len(PAYLOAD) + 1], numpy_array_alignment_bytes=None)) + PAYLOAD + STOP + STOP, 'inconclusive')
    jl('array-longer-than-file', padded(p4(wrapper(FLOAT8, [200])), eight) + STOP, 'inconclusive')
    jl('shape-overflows', padded(p4(wrapper(FLOAT8, [2 ** 31 - 1] * 4)), eight) + STOP, 'inconclusive')
    jl('shape-negative', padded(p4(wrapper(FLOAT8, [-1])), eight) + STOP, 'fail', ['joblib.numpy_pickle.NumpyArrayWrapper'])
    jl('subclass-of-something-else', padded(p4(wrapper(FLOAT8, [1], subclass=name('collections', 'OrderedDict'))), eight) + STOP, 'fail', ['joblib.numpy_pickle.NumpyArrayWrapper'])
    jl('frame-around-array', p4(b'\x95' + struct.pack('<Q', len(good)) + padded(p4(wrapper(FLOAT8, [1])), eight)[2:] + STOP), 'fail', ['joblib.numpy_pickle.NumpyArrayWrapper'])
    jl('side-car-array', p4(name('joblib.numpy_pickle', 'NDArrayWrapper') + EMPTY_TUPLE + NEWOBJ + state(filename=text('x.npy'), note=text('NumpyArrayWrapper')) + BUILD + STOP), 'fail', ['joblib.numpy_pickle.NDArrayWrapper'])
    # Two readings: to joblib.load the nested pickle has a memo of its own, to pickle.load it goes on with the memo of the file.
    outer = p4(text('os') + MEMOIZE + b'0' + text('getcwd') + MEMOIZE + b'0' + wrapper(dtype('O8', dtype_state(flags=63)), [0], numpy_array_alignment_bytes=None))
    inner = proto(5) + text('numpy') + MEMOIZE + b'0' + text('mean') + MEMOIZE + b'0h\x00h\x01\x93)R0'.replace(b')R0', b'0') + array(dtype('O8', dtype_state(flags=63)), [0], b']') + STOP
    jl('two-readings', outer + inner + STOP, 'inconclusive')
    whole = dumped(logistic)
    jl('cut-off', whole[:len(whole) // 2], 'inconclusive')

    evil = p4(PAYLOAD + STOP)
    hidden = padded(p4(wrapper(FLOAT8, [1])), eight) + b'0' + PAYLOAD + STOP
    for form, compress, ending in (('zlib', zlib.compress, 'joblib'), ('gzip', lambda content: gzip.compress(content, mtime=0), 'gz')):
        case(form, 'payload', compress(evil), 'fail', FOUND, file=f'model.{ending}')
        case(form, 'payload-after-array', compress(hidden), 'fail', FOUND, file=f'model.{ending}')
        case(form, 'broken-after-payload', compress(evil + b'\0' * 50_000)[:-6], 'fail', FOUND, file=f'model.{ending}')
        case(form, 'second-stream', compress(dumped(logistic)) + compress(evil), 'inconclusive', file=f'model.{ending}')
        case(form, 'something-after-it', compress(dumped(logistic)) + b'more', 'inconclusive', file=f'model.{ending}')
        case(form, 'cut-off', compress(dumped(logistic))[:-9], 'inconclusive', file=f'model.{ending}')
        case(form, 'text', compress(b'id,income\n1,2\n'), 'inconclusive', file=f'table.{ending}')


# ---- other formats

def arrays():
    def npy(value, **options):
        stream = io.BytesIO()
        np.save(stream, value, **options)
        return stream.getvalue()

    def header(descr, shape):
        body = f"{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}, }}".encode()
        body += b' ' * (63 - (10 + len(body)) % 64) + b'\n'
        return b'\x93NUMPY\x01\x00' + struct.pack('<H', len(body)) + body

    def case_of(label, content, status, finds=()):
        case('npy', label, content, status, finds, file='array.npy')
    case_of('numbers', npy(np.arange(6.0).reshape(2, 3)), 'pass')
    case_of('record', npy(np.zeros(2, dtype=[('a', 'f8'), ('b', 'i4', (2,)), ('c', 'U3')])), 'pass')
    case_of('scalar', npy(np.array(5)), 'pass')
    case_of('objects', npy(np.array(['a', None], dtype=object), allow_pickle=True), 'pass')
    case_of('objects-with-payload', header("'|O'", '(1,)') + p4(PAYLOAD + STOP), 'fail', FOUND)
    case_of('objects-in-a-record', header("[('a', '|O')]", '(1,)') + p4(PAYLOAD + STOP), 'fail', FOUND)
    case_of('too-long', npy(np.arange(3.0)) + p4(PAYLOAD + STOP), 'inconclusive')
    case_of('too-short', npy(np.arange(3.0))[:-1], 'inconclusive')
    case_of('header-with-a-call', header("__import__('os').getcwd()", '(1,)') + b'\0' * 8, 'inconclusive')
    case_of('shape-huge', header("'<f8'", '(99999999999, 99999999999)') + b'\0' * 8, 'inconclusive')
    case_of('version-9', b'\x93NUMPY\x09\x00' + npy(np.arange(3.0))[8:], 'inconclusive')
    case_of('cut-off', b'\x93NUMPY\x01', 'inconclusive')


def safetensors():
    def file(header, content, length=None):
        raw = header if isinstance(header, bytes) else json.dumps(header, separators=(',', ':')).encode()
        return struct.pack('<Q', len(raw) if length is None else length) + raw + content

    def one(dtype='F32', shape=(2,), offsets=(0, 8)):
        return {'dtype': dtype, 'shape': list(shape), 'data_offsets': list(offsets)}

    def case_of(label, content, status, finds=(), **options):
        case('safetensors', label, content, status, finds, file='model.safetensors', **options)
    case_of('two-tensors', file({'__metadata__': {'format': 'np'}, 'b': one(offsets=(8, 16)), 'a': one()}, b'\0' * 16), 'pass')
    case_of('no-tensors', file({}, b''), 'pass')
    case_of('padded', file(b'{"a":{"dtype":"I8","shape":[],"data_offsets":[0,1]}}   ', b'\0'), 'pass')
    case_of('hole', file({'a': one(), 'b': one(offsets=(9, 17))}, b'\0' * 17), 'inconclusive')
    case_of('overlap', file({'a': one(), 'b': one(offsets=(4, 12))}, b'\0' * 12), 'inconclusive')
    case_of('more-at-the-end', file({'a': one()}, b'\0' * 8 + p4(PAYLOAD + STOP)), 'inconclusive')
    case_of('too-short', file({'a': one()}, b'\0' * 4), 'inconclusive')
    case_of('wrong-size', file({'a': one(shape=(3,))}, b'\0' * 8), 'inconclusive')
    case_of('unknown-type', file({'a': one(dtype='OBJ')}, b'\0' * 8), 'inconclusive')
    case_of('key-twice', file(b'{"a":{"dtype":"I8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"I8","shape":[1],"data_offsets":[0,1]}}', b'\0'), 'inconclusive')
    case_of('key-twice-by-escape', file(b'{"a":{"dtype":"I8","shape":[1],"data_offsets":[0,1]},"\\u0061":{"dtype":"I8","shape":[1],"data_offsets":[0,1]}}', b'\0'), 'inconclusive')
    case_of('metadata-no-text', file({'__metadata__': {'a': 1}}, b''), 'inconclusive')
    case_of('unknown-key', file({'a': {**one(), 'code': 'x'}}, b'\0' * 8), 'inconclusive')
    case_of('header-past-the-end', file({}, b'', length=99), 'inconclusive')
    case_of('header-no-json', file(b'{]', b''), 'inconclusive')
    # A header whose length spells V: to pickle.load the header is a text and what follows are instructions.
    start = b'{"__metadata__":{},"a":{"dtype":"U8","shape":[%d],"data_offsets":[0,%d]}'
    payload = b'0' + line_name('os', 'getcwd') + b'(tR.'
    body = start % (len(payload), len(payload))
    body += b' ' * (0x56 - len(body) - 2) + b'\n}'
    case_of('also-a-pickle', file(body, payload), 'fail', FOUND, made_of='pickle+safetensors')


def others():
    def told(form, content, file):
        case(form, 'recognised', content, 'inconclusive', file=file)
    zero = b'\0' * 32
    told('bzip2', b'BZh91AY&SY' + zero, 'model.joblib')
    told('xz', b'\xfd7zXZ\0' + zero, 'model.joblib')
    told('lzma', b'\x5d\0\0\x80\0' + zero, 'model.joblib')
    told('lz4', b'\x04\x22\x4d\x18' + zero, 'model.joblib')
    told('zstd', b'\x28\xb5\x2f\xfd' + zero, 'model.zst')
    told('joblib-zfile', b'ZF0x10               ' + zlib.compress(b'x' * 16), 'model.joblib')
    told('gguf', b'GGUF\x03\0\0\0' + zero, 'model.gguf')
    told('hdf5', b'\x89HDF\r\n\x1a\n' + zero, 'model.h5')
    told('tflite', b'\x1c\0\0\0TFL3' + zero, 'model.tflite')
    told('seven-zip', b'7z\xbc\xaf\x27\x1c\0\x04' + zero, 'model.7z')
    told('rar', b'Rar!\x1a\x07\x01\0' + zero, 'model.rar')
    told('catboost', b'CBM1' + zero, 'model.cbm')
    told('parquet', b'PAR1' + zero + b'PAR1', 'table.parquet')
    told('r-data', b'RDX3\nX\n\0\0\0\x03' + zero, 'model.RData')
    told('xgboost-binary', b'binf' + zero, 'model.bin')
    told('onnx', b'\x08\x08\x12\x07pytorch' + zero, 'model.onnx')
    told('saved-model', b'\x08\x01\x12\x10' + zero, 'saved_model.pb')
    told('binary', b'\x00\x01\x02\x03' + zero, 'model.bin')
    case('binary', 'utf-16', 'id,income\n'.encode('utf-16'), 'inconclusive', file='table.csv')
    case('empty', 'nothing', b'', 'inconclusive', file='model.joblib')
    case('lfs-pointer', 'model', b'version https://git-lfs.github.com/spec/v1\noid sha256:' + b'a' * 64 + b'\nsize 12345\n', 'inconclusive', file='model.joblib')

    def words(label, content, file):
        case('text', label, content.encode(), 'pass', file=file)
    words('markdown', '# A model\n\nPredicts things.\n', 'README.md')
    words('python', 'import os\nimport sys\n\nprint(os.getcwd(), sys.argv)\n', 'train.py')
    words('two-words', 'catboost\nnumpy\npandas\n', 'requirements.txt')
    words('restructured', 'Proofmark\n.. note:: Predicts things.\n', 'README.rst')
    words('json', '{"learner": {"gradient_booster": {}}}\n', 'model.json')
    words('no-line-end', 'N', 'note.txt')
    words('byte-order-mark', '\ufeffid,city\n1,Zürich\n', 'table.csv')


for make in (harmless, imports, calls, changes, streams, memory, joblib_cases, arrays, safetensors, others):
    make()
