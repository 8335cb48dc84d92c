#!/usr/bin/env python3
"""Cases of security-scan for the formats that are neither pickle nor zip, and for the codecs of compressed joblib files.

    python make-other-formats.py test/cases/security libraries     (joblib, lz4, zstandard, onnx, skl2onnx, h5py, gguf, xgboost, lightgbm)
    python make-other-formats.py test/cases/security tensorflow    (tensorflow with Keras)
    python make-other-formats.py test/cases/security catboost      (catboost)
    python make-other-formats.py test/cases/security catboost-1.2.3
    python make-other-formats.py test/cases/security tflite

Every case is a folder FORMAT/NAME with the input file first by name and expected.json beside it. The harmless files are
written by the libraries themselves (joblib 1.6.0, onnx 1.23.2, h5py 3.16.0, gguf 0.19.0, xgboost 3.2.0, lightgbm 4.7.0,
tensorflow 2.21.0, Keras 3.15.1, catboost 1.2.10); those shaped like attacks do nothing and are never loaded.
"""
import bz2
import json
import lzma
import shutil
import struct
import sys
import tempfile
from pathlib import Path

OUT, PART = Path(sys.argv[1]), sys.argv[2]


def case(form, name, files, status, finds=None, made_of=None):
    """One case; `files` are contents by name, the first by name being the input."""
    folder = OUT / form / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for file, content in files.items():
        (folder / file).write_bytes(content.encode() if isinstance(content, str) else content)
    finds = [] if finds is None and status != 'fail' else finds
    expected = {'format': made_of or form, 'status': status, **({} if finds is None else {'finds': list(finds)})}
    (folder / 'expected.json').write_text(json.dumps(expected, indent=2) + '\n')


def written(write, name='model'):
    """What `write(path)` leaves in the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(str(path))
        return path.read_bytes()


# Protocol 2, os.getcwd(): harmless, and not on the allow list.
PAYLOAD = b'\x80\x02cos\ngetcwd\n)R.'


def codecs():
    import joblib
    import lz4.frame
    import numpy as np
    import zstandard
    from sklearn.linear_model import LogisticRegression

    inputs = np.random.default_rng(0).normal(size=(80, 4))
    model = LogisticRegression().fit(inputs, inputs[:, 0] > 0)
    plain = written(lambda path: joblib.dump(model, path))
    alone = {'format': lzma.FORMAT_ALONE}
    compressors = {
        'bzip2': ('bz2', bz2.compress),
        'xz': ('xz', lzma.compress),
        'lzma': ('lzma', lambda content: lzma.compress(content, **alone)),
        'lz4': ('lz4', lz4.frame.compress),
        'zstd': (None, zstandard.ZstdCompressor(write_checksum=True).compress),
    }
    for form, (compressor, compress) in compressors.items():
        dumped = written(lambda path: joblib.dump(model, path, compress=(compressor, 3))) if compressor else compress(plain)
        case(form, 'model', {'model.joblib': dumped}, 'pass')
        case(form, 'payload', {'model.joblib': compress(PAYLOAD)}, 'fail', ['os.getcwd'])
        case(form, 'text', {'table': compress(b'a,b\n1,2\n')}, 'inconclusive')
        case(form, 'cut-off', {'model.joblib': dumped[:-4]}, 'inconclusive')
        case(form, 'something-after-it', {'model.joblib': dumped + b'more'}, 'inconclusive')
        case(form, 'second-stream', {'model.joblib': dumped + compress(PAYLOAD)}, 'inconclusive')
        case(form, 'bomb', {'model.joblib': compress(bytes(70 * 1024 * 1024))}, 'inconclusive')
    damaged = bytearray(bz2.compress(plain))
    damaged[10] ^= 1
    case('bzip2', 'wrong-checksum', {'model.joblib': bytes(damaged)}, 'inconclusive')
    case('xz', 'sha-256', {'model.joblib': lzma.compress(plain, check=lzma.CHECK_SHA256)}, 'inconclusive')
    delta = [{'id': lzma.FILTER_DELTA, 'dist': 4}, {'id': lzma.FILTER_LZMA2, 'preset': 6}]
    case('xz', 'another-filter', {'model.joblib': lzma.compress(plain, filters=delta)}, 'inconclusive')
    case('lz4', 'linked-blocks', {'model.joblib': lz4.frame.compress(plain, block_linked=True, content_checksum=True)}, 'pass')
    case('lzma', 'length-and-end-mark', {'model.joblib': announced(plain)}, 'inconclusive')


def announced(content):
    """A header that announces the length, before a stream that ends with a mark besides."""
    stream = lzma.compress(content, format=lzma.FORMAT_RAW, filters=[{'id': lzma.FILTER_LZMA1}])
    return b'\x5d' + struct.pack('<IQ', 8 * 1024 * 1024, len(content)) + stream


def onnx_models():
    import numpy as np
    import onnx
    from onnx import TensorProto, helper
    from skl2onnx import to_onnx
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    inputs = np.random.default_rng(0).normal(size=(60, 3)).astype(np.float32)
    labels = inputs[:, 0] > 0
    fitted = {
        'logistic': make_pipeline(StandardScaler(), LogisticRegression()),
        'forest': RandomForestClassifier(3, max_depth=3, random_state=0),
    }
    for name, estimator in fitted.items():
        content = to_onnx(estimator.fit(inputs, labels), inputs[:1]).SerializeToString()
        case('onnx', name, {'model.onnx': content}, 'pass')
    logistic = to_onnx(fitted['logistic'], inputs[:1])

    def graph_of(nodes, **more):
        tensors = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [2]) for name in 'xy']
        return helper.make_graph(nodes, 'g', tensors[:1], tensors[1:], **more)

    def model(nodes, domains=(), functions=(), **more):
        opsets = [helper.make_opsetid('', 21), *(helper.make_opsetid(domain, 1) for domain in domains)]
        made = helper.make_model(graph_of(nodes, **more), opset_imports=opsets, functions=functions, producer_name='test')
        made.ir_version = 10
        return made.SerializeToString()

    relu = helper.make_node('Relu', ['x'], ['y'])
    own = helper.make_node('Run', ['x'], ['y'], domain='acme')
    function = helper.make_function('acme', 'Run', ['x'], ['y'], [relu], [helper.make_opsetid('', 21)])
    evil = helper.make_function('acme', 'Run', ['x'], ['y'], [helper.make_node('Exec', ['x'], ['y'])], [helper.make_opsetid('', 21)])
    case('onnx', 'custom-operator', {'model.onnx': model([own], ['acme'])}, 'fail', ['acme.Run', 'acme'])
    case('onnx', 'custom-domain-unused', {'model.onnx': model([relu], ['acme'])}, 'fail', ['acme'])
    case('onnx', 'own-function', {'model.onnx': model([own], ['acme'], [function])}, 'pass')
    case('onnx', 'own-function-of-unknown', {'model.onnx': model([own], ['acme'], [evil])}, 'fail', ['ai.onnx.Exec'])
    contrib = helper.make_node('FastGelu', ['x'], ['y'], domain='com.microsoft')
    case('onnx', 'onnx-runtime', {'model.onnx': model([contrib], ['com.microsoft'])}, 'pass')
    context = helper.make_node('EPContext', ['x'], ['y'], domain='com.microsoft')
    case('onnx', 'compiled-context', {'model.onnx': model([context], ['com.microsoft'])}, 'fail', ['com.microsoft.EPContext'])
    branch = helper.make_graph([helper.make_node('Spawn', [], ['y'])], 'b', [], [])
    condition = helper.make_node('If', ['x'], ['y'], then_branch=branch, else_branch=branch)
    case('onnx', 'inside-a-branch', {'model.onnx': model([condition])}, 'fail', ['ai.onnx.Spawn'])

    def outside(**entries):
        tensor = TensorProto(name='w', data_type=TensorProto.FLOAT, dims=[2], data_location=TensorProto.EXTERNAL)
        for key, value in entries.items():
            tensor.external_data.add(key=key, value=value)
        return model([helper.make_node('Add', ['x', 'w'], ['y'])], initializer=[tensor])

    beside = outside(location='weights.data', offset='0', length='8')
    case('onnx', 'weights-beside', {'model.onnx': beside, 'weights.data': bytes(8)}, 'pass')
    case('onnx', 'weights-not-scanned', {'model.onnx': beside}, 'inconclusive')
    case('onnx', 'weights-too-short', {'model.onnx': beside, 'weights.data': bytes(4)}, 'inconclusive')
    for name, location in {
        'weights-above': '../../etc/passwd',
        'weights-absolute': '/etc/passwd',
        'weights-on-a-drive': 'C:\\secret',
        'weights-below-and-above': 'a/../../b',
        'weights-with-nul': 'a\0b',
    }.items():
        shown = location.replace('\0', '\\u{0}')
        case('onnx', name, {'model.onnx': outside(location=location)}, 'fail', [shown])
    whole = logistic.SerializeToString()
    case('onnx', 'cut-off', {'model.onnx': whole[:-5]}, 'inconclusive')
    case('onnx', 'payload-then-cut-off', {'model.onnx': model([own], ['acme'])[:-1]}, 'fail')
    case('onnx', 'unknown-field', {'model.onnx': whole + b'\xfa\x01\x00'}, 'inconclusive')
    case('onnx', 'no-graph', {'model.onnx': b'\x08\x0a\x12\x04test'}, 'inconclusive')
    deep = b''
    for _ in range(70):
        deep = wrap(deep)
    case('onnx', 'too-deep', {'model.onnx': b'\x08\x0a' + field(7, deep)}, 'inconclusive')


def varint(value):
    out = b''
    while value > 0x7F:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def field(number, content):
    """A field of a protobuf message: bytes, or a number."""
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    content = content.encode() if isinstance(content, str) else content
    return varint(number << 3 | 2) + varint(len(content)) + content


def wrap(graph):
    """A graph whose one node has this graph for an attribute."""
    return field(1, field(4, 'If') + field(5, field(1, 'then_branch') + field(6, graph)))


def gguf_models():
    import gguf
    import numpy as np

    def model(template=None, tensors=True, key='tokenizer.chat_template', endian=gguf.GGUFEndian.LITTLE):
        def write(path):
            writer = gguf.GGUFWriter(path, 'llama', endianess=endian)
            writer.add_block_count(1)
            writer.add_token_list(['a', 'b', '<|x|>'])
            if template is not None:
                writer.add_string(key, template)
            if tensors:
                writer.add_tensor('a.weight', np.ones((4, 32), np.float32))
                writer.add_tensor('b.weight', np.ones(3, np.float16))
                quantized = gguf.quants.quantize(np.ones((2, 64), np.float32), gguf.GGMLQuantizationType.Q8_0)
                writer.add_tensor('q.weight', quantized, raw_dtype=gguf.GGMLQuantizationType.Q8_0)
            writer.write_header_to_file()
            writer.write_kv_data_to_file()
            writer.write_tensors_to_file()
            writer.close()

        return written(write, 'model.gguf')

    ordinary = (
        "{%- macro turn(role, text) -%}<|{{ role }}|>{{ text | trim }}{%- endmacro -%}\n"
        "{%- set ns = namespace(last=messages | length - 1) -%}\n"
        "{%- for message in messages if message['role'] != 'tool' -%}\n"
        "{{ turn(message.role, message['content']) }}{% if loop.index0 == ns.last %}{{ eos_token }}{% endif %}\n"
        "{%- endfor -%}\n"
        "{%- for key, value in (tools or {}).items() %}{{ key }}: {{ tools[key] | tojson }}{% endfor -%}\n"
        "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
    )
    case('gguf', 'template', {'model.gguf': model(ordinary)}, 'pass')
    case('gguf', 'no-template', {'model.gguf': model()}, 'pass')
    case('gguf', 'big-endian', {'model.gguf': model(endian=gguf.GGUFEndian.BIG)}, 'pass')
    case('gguf', 'vocabulary-only', {'model.gguf': model(tensors=False)}, 'pass')
    attacks = {
        'dunder': ("{{ messages.__class__ }}", ['__class__']),
        'dunder-as-subscript': ("{{ messages['__class__'] }}", ['__class__']),
        'dunder-escaped': ("{{ messages['\\x5f_class\\x5f_'] }}", None),
        'dunder-joined': ("{% set k = '_' ~ '_class_' ~ '_' %}{{ messages[k] }}", None),
        'dunder-appended': ("{% set l = [] %}{% set _ = l.append(a ~ b) %}{{ messages[l[0]] }}", ['messages[...]']),
        'dunder-through-a-macro': ("{% macro f(k) %}{{ messages[k] }}{% endmacro %}{{ f(a ~ b) }}", ['messages[...]']),
        'dunder-through-a-namespace': ("{% set n = namespace(k='') %}{% set n.k = a ~ b %}{{ messages[n.k] }}", ['messages[...]']),
        'dunder-through-a-loop': ("{% for k in [a ~ b] %}{{ messages[k] }}{% endfor %}", ['messages[...]']),
        'attr': ("{{ messages | attr('role') }}", ['attr']),
        'map-attribute': ("{{ messages | map(attribute='__class__') | list }}", ['__class__']),
        'map-attr': ("{{ messages | map('attr', 'role') | list }}", ['map']),
        'selectattr-dunder': ("{{ messages | selectattr('a.__class__') | list }}", None),
        'format': ("{{ '{0.x}'.format(messages) }}", ['format']),
        'format-filter': ("{{ '%s' | format(messages) }}", ['format']),
        'private-member': ("{{ self._TemplateReference }}", ['_TemplateReference']),
        'unknown-function': ("{{ cycler(1) }}", ['cycler']),
        'unknown-method': ("{{ messages.mro() }}", ['mro']),
        'frame': ("{{ messages.gi_frame }}", ['gi_frame']),
        'include': ("{% include 'x' %}", ['{% include']),
        'import': ("{% import 'x' as y %}", ['{% import']),
        'in-a-comment': ("{# __import__ #}", ['__import__']),
    }
    for name, (template, finds) in attacks.items():
        case('gguf', f'template-{name}', {'model.gguf': model(template)}, 'fail', finds)
    case('gguf', 'template-of-another-name', {'model.gguf': model(attacks['attr'][0], key='tokenizer.chat_template.tool_use')}, 'fail', ['attr'])
    case('gguf', 'template-no-jinja', {'model.gguf': model('{% if %}{{')}, 'inconclusive')
    case('gguf', 'template-too-deep', {'model.gguf': model('{{ ' + '(' * 20000 + '1' + ')' * 20000 + ' }}')}, 'inconclusive')
    whole = model(ordinary)
    case('gguf', 'cut-off', {'model.gguf': whole[:-40]}, 'inconclusive')
    case('gguf', 'something-after-it', {'model.gguf': whole + bytes(64)}, 'inconclusive')
    case('gguf', 'payload-then-cut-off', {'model.gguf': model(attacks['attr'][0])[:-40]}, 'fail', ['attr'])
    case('gguf', 'version-1', {'model.gguf': b'GGUF' + struct.pack('<I', 1) + whole[8:]}, 'inconclusive')

    def text(value):
        return struct.pack('<Q', len(value)) + value

    def head(tensors, *pairs):
        return b'GGUF' + struct.pack('<IQQ', 3, tensors, len(pairs)) + b''.join(pairs)

    name = text(b'general.architecture') + struct.pack('<I', 8) + text(b'llama')
    case('gguf', 'key-twice', {'model.gguf': head(0, name, name)}, 'inconclusive')
    case('gguf', 'text-past-the-end', {'model.gguf': head(0, text(b'a') + struct.pack('<IQ', 8, 2**40))}, 'inconclusive')
    case('gguf', 'array-past-the-end', {'model.gguf': head(0, text(b'a') + struct.pack('<IIQ', 9, 10, 2**60))}, 'inconclusive')
    case('gguf', 'array-of-arrays', {'model.gguf': head(0, text(b'a') + struct.pack('<IIQ', 9, 9, 1))}, 'inconclusive')
    case('gguf', 'unknown-value', {'model.gguf': head(0, text(b'a') + struct.pack('<IQ', 13, 0))}, 'inconclusive')
    odd = text(b'general.alignment') + struct.pack('<II', 4, 12)
    case('gguf', 'odd-alignment', {'model.gguf': head(0, name, odd)}, 'inconclusive')

    def tensor(dims=(4,), kind=0, offset=0, name=b'w'):
        return text(name) + struct.pack('<I', len(dims)) + b''.join(struct.pack('<Q', d) for d in dims) + struct.pack('<IQ', kind, offset)

    def with_tensor(info, data=bytes(16)):
        content = head(1, name) + info
        return content + bytes(-len(content) % 32) + data

    case('gguf', 'one-tensor', {'model.gguf': with_tensor(tensor())}, 'pass')
    case('gguf', 'tensor-larger-than-any-file', {'model.gguf': with_tensor(tensor((2**31, 2**31)))}, 'inconclusive')
    case('gguf', 'tensor-of-five-dimensions', {'model.gguf': with_tensor(tensor((1,) * 5))}, 'inconclusive')
    case('gguf', 'tensor-of-unknown-type', {'model.gguf': with_tensor(tensor(kind=99))}, 'inconclusive')
    case('gguf', 'tensor-further-on', {'model.gguf': with_tensor(tensor(offset=32), bytes(48))}, 'inconclusive')
    case('gguf', 'tensor-name-too-long', {'model.gguf': with_tensor(tensor(name=b'w' * 64))}, 'inconclusive')


def hdf5_files():
    import h5py
    import numpy as np

    def file(fill):
        def write(path):
            with h5py.File(path, 'w') as opened:
                fill(opened)

        return written(write, 'file.h5')

    def weights(f):
        f['layers/dense/vars/0'] = np.ones((3, 2), np.float32)
        f['layers/dense/vars/1'] = np.zeros(2, np.float32)

    def kinds(f):
        f['texts'] = ['a', 'b']
        f['number'] = 3.0
        f['chunks'] = np.ones((10, 10))
        f.create_dataset('squeezed', data=np.ones((10, 10)), compression='gzip')
        f['none'] = np.ones((0, 3))
        f['null'] = h5py.Empty('f4')
        f['type'] = np.dtype('f4')

    def config(layer, **more):
        content = {'class_name': 'Sequential', 'config': {'name': 's', 'layers': [layer]}}

        def fill(f):
            weights(f)
            f.attrs['model_config'] = json.dumps(content)
            f.attrs['keras_version'] = '2.15.0'
            for key, value in more.items():
                f.attrs[key] = value

        return fill

    def virtual(f):
        layout = h5py.VirtualLayout((4,), 'f4')
        layout[:] = h5py.VirtualSource('other.h5', 'd', (4,))
        f.create_virtual_dataset('v', layout)

    def cycle(f):
        f.create_group('g')['self'] = f['/']

    dense = {'class_name': 'Dense', 'config': {'name': 'd', 'units': 2, 'kernel_initializer': {'class_name': 'GlorotUniform', 'config': {}}}}
    harmless = {'weights': weights, 'kinds': kinds, 'keras-2': config(dense)}
    for name, fill in harmless.items():
        case('hdf5', name, {'model.h5': file(fill)}, 'pass')
    attacks = {
        'external-link': (lambda f: f.__setitem__('a', h5py.ExternalLink('other.h5', '/x')), ['/a']),
        'soft-link': (lambda f: (weights(f), f.__setitem__('a', h5py.SoftLink('/layers'))), ['/a']),
        'soft-link-to-nothing': (lambda f: f.__setitem__('a', h5py.SoftLink('/b')), ['/a']),
        'external-storage': (lambda f: f.create_dataset('a', shape=(4,), dtype='u1', external=[('/etc/hostname', 0, 4)]), ['/a']),
        'external-storage-device': (lambda f: f.create_dataset('a', shape=(4,), dtype='u1', external=[('/dev/zero', 0, 4)]), ['/a']),
        'virtual': (virtual, ['/v']),
        'lambda': (config({'class_name': 'Lambda', 'config': {'function': ['x', None, None]}}), None),
        'custom-layer': (config({'class_name': 'Mine', 'config': {}}), None),
        'another-module': (config({'class_name': 'Popen', 'module': 'subprocess', 'config': {}}), ['subprocess.Popen']),
        'training-config': (config(dense, training_config=json.dumps({'loss': {'class_name': 'Mine', 'config': {}}})), None),
    }
    for name, (fill, finds) in attacks.items():
        case('hdf5', name, {'model.h5': file(fill)}, 'fail', finds)
    case('hdf5', 'cycle', {'model.h5': file(cycle)}, 'inconclusive')
    case('hdf5', 'cut-off', {'model.h5': file(weights)[:-100]}, 'inconclusive')
    case('hdf5', 'config-no-json', {'model.h5': file(lambda f: f.attrs.__setitem__('model_config', '{'))}, 'inconclusive')


def boosters():
    import lightgbm
    import numpy as np
    import pandas
    import xgboost

    random = np.random.default_rng(0)
    inputs = random.random((60, 3))
    labels = (inputs[:, 0] > 0.5).astype(int)
    frame = pandas.DataFrame({'a': inputs[:, 0], 'c': pandas.Categorical(random.choice(list('xyz'), 60))})
    small = {'n_estimators': 2, 'max_depth': 2}
    trained = {
        'trees': xgboost.XGBClassifier(**small).fit(inputs, labels),
        'dart': xgboost.XGBRegressor(booster='dart', **small).fit(inputs, inputs[:, 1]),
        'linear': xgboost.XGBRegressor(booster='gblinear', n_estimators=2).fit(inputs, inputs[:, 1]),
        'categories': xgboost.XGBClassifier(enable_categorical=True, **small).fit(frame, labels),
        'several-outputs': xgboost.XGBRegressor(multi_strategy='multi_output_tree', **small).fit(inputs, inputs[:, :2]),
    }
    for name, model in trained.items():
        for kind in ('json', 'ubj'):
            content = written(model.save_model, f'model.{kind}')
            case(f'xgboost-{kind}', name, {f'model.{kind}': content}, 'pass', made_of='text+xgboost-json' if kind == 'json' else None)
    text = written(trained['trees'].save_model, 'model.json').decode()
    ubj = written(trained['trees'].save_model, 'model.ubj')

    def changed(change):
        copy = json.loads(text)
        change(copy)
        return json.dumps(copy)

    def child(model):
        model['learner']['gradient_booster']['model']['trees'][0]['left_children'][0] = 99

    for name, content in {
        'unknown-key': changed(lambda model: model.update(code='print')),
        'unknown-key-in-learner': changed(lambda model: model['learner'].update(callback='os.getcwd')),
        'child-outside': changed(child),
        'arrays-of-different-lengths': changed(lambda m: m['learner']['gradient_booster']['model']['trees'][0]['parents'].pop()),
        'unknown-booster': changed(lambda model: model['learner']['gradient_booster'].update(name='mine')),
        'key-twice': text.replace('"version":', '"version":[1,0,0],"version":'),
        'cut-off': text[:-10],
    }.items():
        case('xgboost-json', name, {'model.json': content}, 'inconclusive', made_of='text+xgboost-json')
    for name, content in {
        'cut-off': ubj[:-10],
        'something-after-it': ubj + b'more',
        'unknown-key': ubj[:-1] + b'L' + struct.pack('>q', 4) + b'codeT}',
        'length-past-the-end': ubj[:2] + struct.pack('>q', 2**16 - 1) + ubj[10:],
        'too-deep': b'{L' + struct.pack('>q', 1) + b'a' + b'[' * 100,
        'array-past-the-end': b'{L' + struct.pack('>q', 1) + b'a[$d#L' + struct.pack('>q', 2**50),
        'array-of-nothing': b'{L' + struct.pack('>q', 1) + b'a[$Z#L' + struct.pack('>q', 2**50),
    }.items():
        case('xgboost-ubj', name, {'model.ubj': content}, 'inconclusive')

    small = {'n_estimators': 2, 'num_leaves': 4, 'verbose': -1, 'min_child_samples': 5}
    trained = {
        'trees': lightgbm.LGBMClassifier(**small).fit(inputs, labels),
        'linear': lightgbm.LGBMRegressor(linear_tree=True, **small).fit(inputs, inputs[:, 1]),
        'forest': lightgbm.LGBMRegressor(boosting_type='rf', subsample=0.5, subsample_freq=1, **small).fit(inputs, inputs[:, 1]),
        'categories': lightgbm.LGBMClassifier(**small).fit(frame, labels),
        'constant': lightgbm.LGBMRegressor(**small).fit(inputs, np.ones(60)),
    }
    made_of = 'lightgbm+text'
    for name, model in trained.items():
        case('lightgbm', name, {'model.txt': written(model.booster_.save_model)}, 'pass', made_of=made_of)
    text = written(trained['trees'].booster_.save_model).decode()
    for name, content in {
        'cut-off': text[: text.index('end of trees')],
        'unknown-key': text.replace('shrinkage=', 'callback=', 1),
        'no-number': text.replace('shrinkage=1', 'shrinkage=os.getcwd()', 1),
        'child-outside': text.replace('left_child=', 'left_child=9', 1),
        'something-after-it': text + 'import os\n',
        'key-twice': text.replace('num_class=1\n', 'num_class=1\nnum_class=1\n', 1),
    }.items():
        assert content != text
        case('lightgbm', name, {'model.txt': content}, 'inconclusive', made_of=made_of)


def configurations():
    made_of = 'model-config+text'
    transformers = {'architectures': ['Mine'], 'auto_map': {'AutoModel': 'modeling.Mine'}}
    for name, file, content, finds in [
        ('auto-map', 'config.json', json.dumps(transformers, indent=2), ['auto_map']),
        ('auto-map-escaped', 'config.json', '{"\\u0061uto_map": {"a": "b.C"}}', ['auto_map']),
        ('hydra', 'config.yaml', 'model:\n  _target_: builtins.print\n', ['_target_']),
        ('hydra-in-a-list', 'config.yaml', 'callbacks:\n  - _target_: builtins.print\n', ['_target_']),
        ('custom-pipelines', 'config.json', '{"custom_pipelines": {"mine": {"impl": "mine.Mine"}}}', ['custom_pipelines']),
        ('attention', 'config.json', '{"_attn_implementation_internal": "mine/kernel"}', ['_attn_implementation_internal']),
        ('card', 'README.md', '---\nlicense: mit\ntrust_remote_code: true\n---\n\n# Model\n', ['trust_remote_code']),
    ]:
        case('model-config', name, {file: content}, 'fail', finds, made_of=made_of)
    for name, file, content in [
        ('switched-off', 'config.json', '{"trust_remote_code": false, "auto_map": {}}'),
        ('documentation', 'README.md', '# Model\n\nSet trust_remote_code: true and it runs.\n\n- a: b\n  c\n'),
        ('python', 'train.py', "import a\nauto_map: dict = {'a': 'b'}\nload(trust_remote_code=True)\n"),
    ]:
        case('model-config', name, {file: content}, 'pass', made_of='text')


def tensorflow_models():
    import os

    os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'
    import numpy as np
    import tensorflow as tf

    vocabulary = Path(tempfile.mkdtemp()) / 'vocabulary.txt'
    vocabulary.write_text('a\nb\n')

    class Lookup(tf.Module):
        def __init__(self):
            self.weight = tf.Variable(tf.zeros([2, 1]))
            words = tf.lookup.TextFileInitializer(
                str(vocabulary), tf.string, tf.lookup.TextFileIndex.WHOLE_LINE, tf.int64, tf.lookup.TextFileIndex.LINE_NUMBER
            )
            self.table = tf.lookup.StaticHashTable(words, -1)

        @tf.function(input_signature=[tf.TensorSpec([None], tf.string)])
        def __call__(self, x):
            return tf.cast(self.table.lookup(x), tf.float32) * tf.reduce_sum(self.weight)

    class Reads(tf.Module):
        @tf.function(input_signature=[tf.TensorSpec([], tf.string)])
        def __call__(self, x):
            return tf.io.read_file(x)

    class Python(tf.Module):
        @tf.function(input_signature=[tf.TensorSpec([1])])
        def __call__(self, x):
            return tf.py_function(lambda value: value, [x], tf.float32)

    class Restores(tf.Module):
        @tf.function(input_signature=[tf.TensorSpec([])])
        def __call__(self, x):
            return tf.raw_ops.RestoreV2(prefix='/etc/x', tensor_names=['a'], shape_and_slices=[''], dtypes=[tf.float32])

    def saved(module):
        with tempfile.TemporaryDirectory() as folder:
            tf.saved_model.save(module, folder)
            return (Path(folder) / 'saved_model.pb').read_bytes()

    dense = tf.keras.Sequential([tf.keras.layers.Input((2,)), tf.keras.layers.Dense(1)])
    with tempfile.TemporaryDirectory() as folder:
        dense.export(folder, verbose=False)
        exported = (Path(folder) / 'saved_model.pb').read_bytes()
    file = 'saved_model.pb'
    case('saved-model', 'keras', {file: exported}, 'pass')
    case('saved-model', 'vocabulary', {file: saved(Lookup())}, 'pass')
    case('saved-model', 'reads-a-file', {file: saved(Reads())}, 'fail', ['ReadFile'])
    case('saved-model', 'python', {file: saved(Python())}, 'fail', ['EagerPyFunc'])
    case('saved-model', 'restores-another-file', {file: saved(Restores())}, 'fail', ['RestoreV2'])
    case('saved-model', 'cut-off', {file: exported[:-3]}, 'inconclusive')

    dense.compile('adam', 'mse')
    dense.fit(np.zeros((4, 2)), np.zeros((4, 1)), verbose=0)
    case('hdf5', 'keras-3', {'model.h5': written(dense.save, 'model.h5')}, 'pass')
    code = tf.keras.Sequential([tf.keras.layers.Input((2,)), tf.keras.layers.Lambda(lambda x: x)])
    case('hdf5', 'keras-3-lambda', {'model.h5': written(code.save, 'model.h5')}, 'fail')

    lite = tf.lite.TFLiteConverter.from_keras_model(dense).convert()
    case('tflite', 'built-in', {'model.tflite': lite}, 'pass')
    beta = tf.function(lambda x: tf.raw_ops.Betainc(a=x, b=x, x=x))
    converter = tf.lite.TFLiteConverter.from_concrete_functions([beta.get_concrete_function(tf.TensorSpec([4]))])
    converter.allow_custom_ops = True
    case('tflite', 'custom', {'model.tflite': converter.convert()}, 'fail', ['Betainc'])
    case('tflite', 'cut-off', {'model.tflite': lite[:40]}, 'inconclusive')


# How texts are made into numbers: pairs of words, by all that CatBoost has.
def words(calcers):
    return {
        'tokenizers': [{'tokenizer_id': 'T', 'separator_type': 'BySense', 'lowercasing': 'true', 'number_process_policy': 'Replace'}],
        'dictionaries': [{'dictionary_id': 'D', 'gram_order': '2', 'occurrence_lower_bound': '1'}],
        'feature_processing': {'default': [{'tokenizers_names': ['T'], 'dictionaries_names': ['D'], 'feature_calcers': calcers}]},
    }


def catboost_models():
    import numpy as np
    from catboost import CatBoostClassifier, CatBoostRegressor

    random = np.random.default_rng(0)
    numbers = random.normal(size=(60, 2))
    label = random.integers(0, 2, 60)
    letters = [[float(a), str(b), str(c)] for a, b, c in zip(numbers[:, 0], random.choice(list('xyz'), 60), random.choice(list('abcdef'), 60))]
    shapes = {
        'model': (numbers, label, {}),
        'not-symmetric': (numbers, label, {'grow_policy': 'Lossguide'}),
        'three-classes': (numbers, random.integers(0, 3, 60), {'loss_function': 'MultiClass'}),
        'categories': (letters, label, {'cat_features': [1, 2], 'one_hot_max_size': 3, 'iterations': 6, 'depth': 3}),
        'texts': ([[float(n), ' '.join(random.choice(['good', 'bad'], 3))] for n in numbers[:, 0]], label, {'text_features': [1]}),
        'texts-and-embeddings': (
            [[a, ' '.join(random.choice(['good', 'bad'], 3)), [float(n) for n in random.normal(size=3) + y]] for a, y in zip(random.choice(list('pqrst'), 60), label)],
            label,
            {'cat_features': [0], 'text_features': [1], 'embedding_features': [2], 'iterations': 8, 'depth': 3},
        ),
        'counted-words': (
            [[float(n), ' '.join(random.choice(['good', 'bad', 'fine'], 3))] for n in numbers[:, 0]],
            label,
            {'text_features': [1], 'text_processing': words(['BM25', 'BoW', 'NaiveBayes'])},
        ),
    }
    made = {}
    for name, (table, target, options) in shapes.items():
        fitted = CatBoostClassifier(**{'iterations': 2, 'depth': 2, 'verbose': 0, 'allow_writing_files': False, **options}).fit(table, target)
        made[name] = written(fitted.save_model, 'model.cbm')
        case('catboost', name, {'model.cbm': made[name]}, 'pass')
    near = [[float(n), [float(each) for each in random.normal(size=3) + n]] for n in numbers[:, 0]]
    regressor = CatBoostRegressor(iterations=4, depth=2, verbose=0, allow_writing_files=False, embedding_features=[1])
    case('catboost', 'embeddings', {'model.cbm': written(regressor.fit(near, numbers[:, 0]).save_model, 'model.cbm')}, 'pass')
    model = made['model']
    case('catboost', 'cut-off', {'model.cbm': model[:-9]}, 'inconclusive')
    case('catboost', 'something-after-it', {'model.cbm': model + b'x'}, 'inconclusive')
    case('catboost', 'texts-cut-off', {'model.cbm': made['texts'][:-9]}, 'inconclusive')
    case('catboost', 'embeddings-cut-off', {'model.cbm': made['texts-and-embeddings'][:-9]}, 'inconclusive')
    case('catboost', 'counted-cut-off', {'model.cbm': made['categories'][:-9]}, 'inconclusive')


# As releases up to 1.2.3 write it: what announces a dictionary is followed by what announced its tokenizer. Made with 1.2.3.
def catboost_model_of_1_2_3():
    from catboost import CatBoostClassifier

    table = [[float(i % 7), 'good bad' if i % 2 else 'bad ugly good'] for i in range(60)]
    fitted = CatBoostClassifier(iterations=2, depth=2, verbose=0, allow_writing_files=False, text_features=[1]).fit(table, [i % 2 for i in range(60)])
    case('catboost', 'texts-of-1.2.3', {'model.cbm': written(fitted.save_model, 'model.cbm')}, 'pass')


# What may follow the tables of a TensorFlow Lite model, and what may not; made of the case built-in.
def associated_files():
    import io
    import zipfile

    lite = (OUT / 'tflite/built-in/model.tflite').read_bytes()

    def followed_by(name, content):
        whole = io.BytesIO(lite)
        with zipfile.ZipFile(whole, 'a') as archive:
            archive.writestr(zipfile.ZipInfo(name), content)
        return whole.getvalue()

    case('tflite', 'labels', {'model.tflite': followed_by('labels.txt', '1 house\n2 tree\n')}, 'pass', made_of='tflite+zip')
    case('tflite', 'pickle-behind-it', {'model.tflite': followed_by('labels.txt', b'\x80\x02cos\ngetcwd\n)R.')}, 'fail', ['os.getcwd'], made_of='tflite+zip')
    case('tflite', 'something-behind-it', {'model.tflite': lite + b'import os'}, 'inconclusive')


# A SavedModel by hand: a function whose argument is a path, called with one that the model holds.
def called_with_a_path():
    def node(name, op, inputs=(), calls=None):
        attributes = field(5, field(1, 'f') + field(2, field(10, field(1, calls)))) if calls else b''
        return field(1, name) + field(2, op) + b''.join(field(3, text) for text in inputs) + attributes

    def model(giver):
        signature = field(1, 'restore') + field(2, field(1, 'path'))
        function = field(1, signature) + field(3, node('r', 'RestoreV2', ['path', 'path', 'path']))
        graph = field(1, node('p', giver)) + field(1, node('c', 'PartitionedCall', ['p'], 'restore')) + field(2, field(1, function))
        return field(1, 1) + field(2, field(2, graph))

    case('saved-model', 'path-given', {'saved_model.pb': model('Placeholder')}, 'pass')
    case('saved-model', 'path-of-its-own', {'saved_model.pb': model('Const')}, 'fail', ['RestoreV2'])
    case('saved-model', 'unknown-operation', {'saved_model.pb': model('ZeroOut')}, 'fail', ['ZeroOut', 'RestoreV2'])


PARTS = {
    'libraries': [codecs, onnx_models, gguf_models, hdf5_files, boosters, configurations, called_with_a_path],
    'tensorflow': [tensorflow_models],
    'catboost': [catboost_models],
    'catboost-1.2.3': [catboost_model_of_1_2_3],
    'tflite': [associated_files],
}
for part in PARTS[PART]:
    part()
