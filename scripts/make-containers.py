#!/usr/bin/env python3
"""Cases of security-scan whose files are zip archives or PyTorch's, and the list of Keras' own classes.

    python make-containers.py cases test/cases/security
    python make-containers.py keras src/core/security/keras/allowed.json

Every case is a folder FORMAT/NAME with one input file and expected.json: the format, the status and the names of the findings.
The harmless files are written by the libraries themselves, those in the repository by torch 2.15.0, keras 3.15.1, skops 0.16.0,
numpy 2.4.6 and scikit-learn 1.9.1 on Python 3.11. The others are those with a few bytes changed, or put together here; they are
never loaded, and what they would call does nothing (os.getcwd).
"""
import collections
import importlib
import inspect
import io
import json
import os
import pkgutil
import shutil
import struct
import sys
import tarfile
import zipfile
import zlib
from pathlib import Path

os.environ.setdefault('KERAS_BACKEND', 'torch')

PAYLOAD = b'\x80\x04\x8c\x02os\x8c\x06getcwd\x93)R.'
OLD_PAYLOAD = b'cos\ngetcwd\n)R'
FOUND = ['os.getcwd']


def case(form, name, content, status, finds=(), file=None, made_of=None):
    """One case; `made_of` is the format it is told to be where that is not the folder's."""
    folder = OUT / form / name
    folder.mkdir(parents=True)
    (folder / (file or FILES[form])).write_bytes(content)
    expected = {'format': made_of or form, 'status': status, **({} if finds is None else {'finds': list(finds)})}
    (folder / 'expected.json').write_text(json.dumps(expected, indent=2) + '\n')


FILES = {
    'zip': 'model.pt', 'npz': 'arrays.npz', 'torch': 'model.pt', 'torch-legacy': 'model.pt', 'torchscript': 'model.pt',
    'keras': 'model.keras', 'skops': 'model.skops', 'tar': 'model.tar',
}


# ---- zip archives, member by member

def packed(members, method=zipfile.ZIP_STORED):
    """An archive as Python's zipfile writes it; members are pairs, so that a name may come twice."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, 'w') as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


class Pipe(io.RawIOBase):
    """A stream that cannot go back, so that zipfile writes sizes after the members."""
    def __init__(self, stream):
        self.stream = stream

    def writable(self):
        return True

    def write(self, content):
        return self.stream.write(content)


def written(members, limit=zipfile.ZIP64_LIMIT, seekable=True):
    """An archive in the forms that Python's zipfile keeps for large files and for streams."""
    stream, usual = io.BytesIO(), zipfile.ZIP64_LIMIT
    zipfile.ZIP64_LIMIT = limit
    try:
        with zipfile.ZipFile(stream if seekable else Pipe(stream), 'w') as archive:
            for index, (name, content) in enumerate(members):
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED if index % 2 else zipfile.ZIP_STORED)
    finally:
        zipfile.ZIP64_LIMIT = usual
    return stream.getvalue()


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def repacked(content, **changes):
    """Members with other content, by the end of their name; without content they are left out."""
    named = {key.replace('__', '/').replace('_', '.'): value for key, value in changes.items()}
    members = []
    for name, old in unpacked(content):
        new = next((value for key, value in named.items() if name.endswith(key)), old)
        if new is not None:
            members.append((name, new))
    return packed(members)


def central_headers(content):
    at = struct.unpack('<I', content[-6:-2])[0]
    while content[at:at + 4] == b'PK\x01\x02':
        yield at
        at += 46 + sum(struct.unpack('<HHH', content[at + 28:at + 34]))


def set_field(content, at, form, value):
    size = struct.calcsize(form)
    return content[:at] + struct.pack(form, value) + content[at + size:]


def local_of(content, central):
    return struct.unpack('<I', content[central + 42:central + 46])[0]


def both(content, index, local_at, central_at, form, value):
    """One field of a member, in both of its headers."""
    central = list(central_headers(content))[index]
    return set_field(set_field(content, local_of(content, central) + local_at, form, value), central + central_at, form, value)


def moved(content, by):
    """Offsets as they are where `by` bytes stand before the archive."""
    for central in list(central_headers(content)):
        content = set_field(content, central + 42, '<I', local_of(content, central) + by)
    return set_field(content, len(content) - 6, '<I', struct.unpack('<I', content[-6:-2])[0] + by)


def zip_cases(model):
    pair = packed([('model/data.pkl', dict(unpacked(model))['model/data.pkl']), ('model/version', b'3\n')])
    first, second = central_headers(pair)
    other = packed([('notes.md', b'# Notes\n'), ('model.txt', b'weights\n')])

    def odd(label, content, status='inconclusive', finds=(), made_of='torch', **options):
        case('zip', label, content, status, finds, made_of=made_of, **options)
    odd('other-files', other, made_of='zip', file='files.zip')
    odd('nothing', packed([]), made_of='zip', file='files.zip')
    odd('holds-a-payload', packed([('notes.md', b'# Notes\n'), ('model.pkl', PAYLOAD)], zipfile.ZIP_DEFLATED), 'fail', FOUND, made_of='zip', file='files.zip')
    odd('holds-a-payload-in-a-folder', packed([('models/model.pkl', PAYLOAD)]), 'fail', FOUND, made_of='zip', file='files.zip')
    odd('local-name-differs', pair.replace(b'model/version', b'model/versioN', 1))
    odd('local-name-hides-payload', packed([('model.txt', PAYLOAD), ('a.md', b'')]).replace(b'model.txt', b'model.pkl', 1), 'fail', FOUND, made_of='zip')
    odd('local-method-differs', set_field(pair, 8, '<H', 8))
    odd('local-time-differs', set_field(pair, 10, '<I', 0x21 << 16 | 1))
    odd('local-checksum-differs', set_field(pair, 14, '<I', 1))
    odd('checksum-wrong', both(pair, 1, 14, 16, '<I', 1))
    odd('checksum-wrong-and-payload', both(packed([('model/data.pkl', PAYLOAD), ('model/version', b'3\n')]), 0, 14, 16, '<I', 1), 'fail', FOUND)
    odd('encrypted', both(pair, 0, 6, 8, '<H', 1))
    odd('encrypted-says-one-header', set_field(pair, first + 8, '<H', 1))
    odd('flag-unknown', both(pair, 0, 6, 8, '<H', 1 << 5))
    odd('method-unknown', both(pair, 0, 8, 10, '<H', 12))
    odd('something-before-it', b'#!/bin/sh\n' + pair, made_of='torch')
    odd('something-before-it-offsets-right', b'#!/bin/sh\n' + moved(pair, 10))
    odd('something-after-it', pair + b'\n')
    odd('comment', set_field(pair, len(pair) - 2, '<H', 7) + b'comment')
    odd('archive-in-comment', set_field(pair, len(pair) - 2, '<H', len(other)) + moved(other, len(pair)), made_of='zip')
    odd('two-archives', pair + other, made_of='zip')
    odd('after-a-pickle', PAYLOAD + moved(pair, len(PAYLOAD)), 'fail', FOUND, made_of='pickle+torch')
    odd('after-a-harmless-pickle', b'\x80\x04N.' + moved(pair, 4), made_of='pickle+torch')
    odd('name-twice', packed([('model/data.pkl', b'\x80\x04N.'), ('model/data.pkl', PAYLOAD)]), 'fail', FOUND)
    odd('name-twice-but-for-case', packed([('model/data.pkl', b'\x80\x04N.'), ('model/DATA.pkl', b'\x80\x04N.')]))
    odd('name-absolute', packed([('model/data.pkl', b'\x80\x04N.'), ('/model/version', b'3\n')]))
    odd('name-leaves', packed([('model/data.pkl', b'\x80\x04N.'), ('model/../version', b'3\n')]))
    odd('name-with-backslash', pair.replace(b'model/version', b'model\\version'))
    odd('name-with-null', pair.replace(b'model/version', b'model/v\0rsion'))
    odd('name-not-utf-8', pair.replace(b'model/version', b'model/v\xe9rsion'))
    odd('symbolic-link', set_field(set_field(pair, second + 5, '<B', 3), second + 40, '<H', 0o120777))
    at = local_of(pair, second)
    gap = set_field(pair[:at] + b'gap!' + pair[at:], len(pair) - 2, '<I', struct.unpack('<I', pair[-6:-2])[0] + 4)
    odd('gap-between-members', set_field(gap, second + 4 + 42, '<I', at + 4))
    odd('overlap', set_field(pair, second + 42, '<I', 0))
    odd('fewer-entries-than-headers', set_field(set_field(pair, len(pair) - 14, '<H', 1), len(pair) - 12, '<H', 1))
    odd('more-entries-than-headers', set_field(set_field(pair, len(pair) - 14, '<H', 3), len(pair) - 12, '<H', 3), made_of='torch')
    odd('several-disks', set_field(pair, len(pair) - 18, '<H', 1))
    odd('cut-off', pair[:-30], made_of='zip')
    odd('directory-larger-than-file', set_field(pair, len(pair) - 10, '<I', 99999), made_of='zip')
    torch64 = len(model) - 22 - 20 - 56
    odd('zip64-contradicts', set_field(set_field(model, torch64 + 24, '<Q', 1), torch64 + 32, '<Q', 1))
    odd('zip64-elsewhere', set_field(model, len(model) - 22 - 20 + 8, '<Q', 0))
    descriptor = model.index(b'PK\x07\x08')
    odd('sizes-after-member-differ', set_field(model, descriptor + 12, '<I', 7))
    extra = packed([('model/data.pkl', b'\x80\x04N.'), ('model/version', b'3\n')])
    central = list(central_headers(extra))[0]
    field = struct.pack('<HHBI', 0x7075, 5 + 7, 1, zlib.crc32(b'model/data.pkl')) + b'x/y.pkl'
    odd('unicode-path', with_extra(extra, central, field))
    odd('extra-field-cut-off', with_extra(extra, central, struct.pack('<HH', 0x5455, 99)))
    odd('zip64-sizes-not-asked-for', with_extra(extra, central, struct.pack('<HHQ', 1, 8, 4)))
    inflates = packed([('model/data.pkl', b'\x80\x04N.'), ('model/version', b'3' * 500)], zipfile.ZIP_DEFLATED)
    odd('inflates-to-more', both(inflates, 1, 22, 24, '<I', 5))
    odd('deflated-damaged', set_field(inflates, local_of(inflates, list(central_headers(inflates))[1]) + 43, '<I', 0xffffffff))


def with_extra(content, central, field):
    """An extra field in the central header of the first member."""
    length = struct.unpack('<H', content[central + 28:central + 30])[0]
    at = central + 46 + length
    grown = set_field(content[:at] + field + content[at:], central + 30, '<H', len(field))
    return set_field(grown, len(grown) - 10, '<I', struct.unpack('<I', grown[-10:-6])[0] + len(field))


# ---- NumPy

def npz_cases():
    import numpy as np

    def saved(save=np.savez, **arrays):
        stream = io.BytesIO()
        save(stream, **arrays)
        return stream.getvalue()
    good = saved(x=np.arange(6.0).reshape(2, 3), labels=np.array(['a', 'b']))
    case('npz', 'arrays', good, 'pass')
    case('npz', 'compressed', saved(np.savez_compressed, x=np.zeros((50, 50)), y=np.ones(3)), 'pass')
    case('npz', 'zip64', written(unpacked(good), limit=10), 'pass')
    case('npz', 'streamed', written(unpacked(good), seekable=False), 'pass')
    case('npz', 'streamed-zip64', written(unpacked(good), limit=10, seekable=False), 'pass')
    case('npz', 'named-as-in-tensorflow', saved(**{'dense/kernel:0': np.ones(2), 'w': np.ones(1), 'W': np.ones(1)}), 'pass')
    objects = saved(x=np.array(['a', None], dtype=object))
    case('npz', 'objects', objects, 'pass')
    name, content = unpacked(objects)[0]
    start = content.index(b'\n', 10) + 1
    case('npz', 'objects-with-payload', packed([(name, content[:start] + PAYLOAD)]), 'fail', FOUND)
    case('npz', 'pickle-named-npy', packed([(name, PAYLOAD)]), 'inconclusive')
    case('npz', 'another-member', packed([*unpacked(good), ('model.pkl', b'\x80\x04N.')]), 'inconclusive')
    case('npz', 'array-too-short', packed([(name, unpacked(good)[0][1][:-1])]), 'inconclusive')
    case('npz', 'changed-afterwards', good.replace(struct.pack('<d', 5.0), struct.pack('<d', 6.0)), 'inconclusive')


# ---- PyTorch

def torch_cases():
    import torch
    from torch import nn

    def saved(value, **options):
        stream = io.BytesIO()
        torch.save(value, stream, **options)
        return stream.getvalue()

    def tensor(items, kind='FloatStorage', key='0', device='cpu', numel=2, offset=0, size=(2,), stride=(1,), hooks=b'ccollections\nOrderedDict\n)R', word='storage'):
        def number(value):
            return b'J' + struct.pack('<i', value)

        def text(value):
            return b'X' + struct.pack('<I', len(value)) + value.encode()

        def numbers(values):
            return b'(' + b''.join(map(number, values)) + b't'
        persistent = b'(' + text(word) + f'ctorch\n{kind}\n'.encode() + text(key) + text(device) + number(numel) + b'tQ'
        return b'ctorch._utils\n_rebuild_tensor_v2\n(' + persistent + number(offset) + numbers(size) + numbers(stride) + b'\x89' + hooks + b'tR'

    def archive(pickle, *members, version=b'3\n'):
        listed = [('model/data.pkl', b'\x80\x02' + pickle + b'.'), *members, ('model/version', version)]
        return packed(listed)
    torch.manual_seed(0)
    layers = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2), nn.ReLU(), nn.LSTM(2, 2))
    state = layers.state_dict()
    model = saved(state)
    optimizer = torch.optim.Adam(layers.parameters())
    layers[0](torch.ones(1, 3)).sum().backward()
    optimizer.step()
    kinds = {
        'bfloat16': torch.ones(2, dtype=torch.bfloat16), 'int8': torch.ones(3, dtype=torch.int8), 'bool': torch.tensor([True]), 'complex': torch.ones(1, dtype=torch.complex64),
        'float8': torch.zeros(2, dtype=torch.float8_e4m3fn), 'uint16': torch.zeros(2, dtype=torch.uint16), 'empty': torch.zeros(0, 3), 'scalar': torch.tensor(5.0),
        'view': torch.arange(12.0).reshape(3, 4)[1:, 1:], 'transposed': torch.ones(2, 3).T, 'expanded': torch.ones(1).expand(4), 'sparse': torch.eye(2).to_sparse(),
        'meta': torch.zeros(2, device='meta'), 'size': torch.Size([1, 2]), 'type': torch.float32, 'device': torch.device('cpu'), 'parameter': nn.Parameter(torch.ones(2)),
        'quantized': torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8),
    }
    case('torch', 'state-dict', model, 'pass')
    case('torch', 'checkpoint', saved({'model': state, 'optimizer': optimizer.state_dict(), 'epoch': 3, 'loss': 0.5}), 'pass', file='checkpoint.ckpt')
    case('torch', 'types', saved(kinds), 'pass')
    case('torch', 'whole-module', saved(nn.TransformerEncoderLayer(4, 2, 4, activation='gelu')), 'pass')
    case('torch', 'packed-again', packed(unpacked(model), zipfile.ZIP_DEFLATED), 'pass')
    case('torch', 'legacy-in-a-zip', packed([('model/data.pkl', saved(state, _use_new_zipfile_serialization=False))]), 'inconclusive')

    eight = ('model/data/0', bytes(8))
    case('torch', 'by-hand', archive(tensor(2), eight), 'pass')
    case('torch', 'payload', archive(OLD_PAYLOAD, eight), 'fail', FOUND)
    case('torch', 'payload-in-state', repacked(model, data_pkl=dict(unpacked(model))['archive/data.pkl'][:-1] + b'0' + OLD_PAYLOAD + b'.'), 'fail', FOUND)
    case('torch', 'storage-missing', archive(tensor(2)), 'inconclusive')
    case('torch', 'storage-too-short', archive(tensor(2), ('model/data/0', bytes(4))), 'inconclusive')
    case('torch', 'storage-too-long', archive(tensor(2), ('model/data/0', bytes(16))), 'inconclusive')
    case('torch', 'storage-nobody-asks-for', archive(tensor(2), eight, ('model/data/1', PAYLOAD)), 'inconclusive')
    case('torch', 'storage-in-two-sizes', archive(tensor(2) + b'0' + tensor(2, numel=1, size=(1,)), eight), 'fail', ['BINPERSID'])
    case('torch', 'storage-of-an-unknown-class', archive(tensor(2, kind='TypedStorage'), eight), 'fail', None)
    case('torch', 'storage-key-leaves', archive(tensor(2, key='../../secret'), eight), 'fail', ['BINPERSID'])
    case('torch', 'storage-on-an-unknown-device', archive(tensor(2, device='/dev/mem'), eight), 'fail', ['BINPERSID'])
    case('torch', 'persistent-module', archive(tensor(2, word='module'), eight), 'fail', ['BINPERSID'])
    case('torch', 'persistent-text', archive(b'X\x01\x00\x00\x000Q', eight), 'fail', ['BINPERSID'])
    for label, options in {'size': {'size': (3,)}, 'offset': {'offset': 1}, 'stride': {'stride': (2,)}, 'negative-offset': {'offset': -1}, 'negative-size': {'size': (-3,)}, 'rank': {'stride': (1, 1)}}.items():
        case('torch', f'tensor-outside-its-storage-by-{label}', archive(tensor(2, **options), eight), 'fail', ['torch._utils._rebuild_tensor_v2'])
    hooks = b'ccollections\nOrderedDict\n)R'
    case('torch', 'hooks', archive(tensor(2, hooks=hooks + b'K\x01cnumpy\nmean\ns'), eight), 'fail', ['torch._utils._rebuild_tensor_v2'])
    case('torch', 'hooks-later', archive(hooks + b'q\x000' + tensor(2, hooks=b'h\x00') + b'0h\x00K\x01cnumpy\nmean\ns', eight), 'fail', ['collections.OrderedDict'])
    case('torch', 'hooks-of-another-class', archive(tensor(2, hooks=b'}'), eight), 'fail', ['torch._utils._rebuild_tensor_v2'])
    case('torch', 'ordered-dict-with-a-method', archive(hooks + b'}X\x05\x00\x00\x00itemscnumpy\nmean\nsb'), 'fail', ['collections.OrderedDict'])
    case('torch', 'bytes-loader', archive(b'ctorch.storage\n_load_from_bytes\n(C\x01xtR'.replace(b'C\x01x', b'U\x01x'), eight), 'fail', None)
    case('torch', 'rebuild-from-type', archive(b'ctorch._tensor\n_rebuild_from_type_v2\n)R', eight), 'fail', None)
    case('torch', 'another-member', packed([*unpacked(archive(tensor(2), eight)), ('model/run.py', b'pass\n')]), 'inconclusive')
    case('torch', 'member-outside-the-root', packed([*unpacked(archive(tensor(2), eight)), ('other/version', b'3\n')]), 'inconclusive')
    case('torch', 'version-is-a-pickle', archive(tensor(2), eight, version=PAYLOAD), 'inconclusive')
    case('torch', 'no-pickle', packed([eight, ('model/version', b'3\n')]), 'inconclusive')
    case('torch', 'pickle-in-upper-case', packed([('model/DATA.PKL', b'\x80\x02N.'), ('model/version', b'3\n')]), 'inconclusive')
    case('torch', 'two-pickles', archive(b'N.\x80\x02N'), 'inconclusive')
    case('torch', 'changed-afterwards', model.replace(dict(unpacked(model))['archive/data/0'], bytes(24)), 'inconclusive')

    legacy = saved(state, _use_new_zipfile_serialization=False)
    small = saved({'a': torch.tensor([1.0, 2.0])}, _use_new_zipfile_serialization=False)
    case('torch-legacy', 'state-dict', legacy, 'pass')
    case('torch-legacy', 'checkpoint', saved({'model': state, 'epoch': 3}, _use_new_zipfile_serialization=False), 'pass')
    case('torch-legacy', 'no-tensors', saved({'epoch': 3}, _use_new_zipfile_serialization=False), 'pass')
    magic, version = 15, 15 + 6
    assert small[magic:version] == b'\x80\x02M\xe9\x03.'
    case('torch-legacy', 'payload-as-version', small[:magic] + b'\x80\x02' + OLD_PAYLOAD + b'.' + small[version:], 'fail', FOUND)
    case('torch-legacy', 'payload-as-object', small.replace(b'}q\x00X\x01\x00\x00\x00a', OLD_PAYLOAD + b'0}q\x00X\x01\x00\x00\x00a'), 'fail', FOUND)
    keys = small.rindex(b'\x80\x02]')
    case('torch-legacy', 'payload-as-keys', small[:keys] + b'\x80\x02' + OLD_PAYLOAD + b'.' + small[keys:], 'fail', FOUND)
    case('torch-legacy', 'another-pickle', small[:keys] + b'\x80\x02].' + small[keys:], 'inconclusive')
    case('torch-legacy', 'another-version', small[:magic] + b'\x80\x02M\xea\x03.' + small[version:], 'inconclusive')
    case('torch-legacy', 'big-endian', small.replace(b'little_endianq\x02\x88', b'little_endianq\x02\x89'), 'inconclusive')
    case('torch-legacy', 'more-at-the-end', small + PAYLOAD, 'inconclusive')
    case('torch-legacy', 'cut-off', small[:-1], 'inconclusive')
    case('torch-legacy', 'storage-of-another-size', small[:-16] + struct.pack('<q', 3) + small[-8:], 'inconclusive')
    case('torch-legacy', 'storage-of-huge-size', small[:-16] + struct.pack('<q', 2 ** 62) + small[-8:], 'inconclusive')
    case('torch-legacy', 'magic-only', small[:magic], 'inconclusive')
    case('torch-legacy', 'cut-off-after-payload', small[:version] + b'\x80\x02' + OLD_PAYLOAD, 'fail', FOUND)

    stream = io.BytesIO()
    torch.jit.save(torch.jit.script(nn.Linear(3, 2)), stream)
    script = stream.getvalue()
    code = [name for name, _ in unpacked(script) if name.endswith('.py')]
    case('torchscript', 'linear', script, 'fail', code)
    case('torchscript', 'without-code', packed([(name, content) for name, content in unpacked(script) if '/code/' not in name]), 'fail', ['archive/constants.pkl'])
    case('torchscript', 'without-constants', packed([(name, content) for name, content in unpacked(script) if 'constants' not in name]), 'fail', code)
    case('torchscript', 'changed-afterwards', script.replace(b'little', b'litter', 1), 'fail', code)
    return model_named({'a': torch.tensor([1.0, 2.0])})


def model_named(value):
    """As torch.save writes to a file called model.pt."""
    import tempfile
    import torch
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'model.pt'
        torch.save(value, path)
        return path.read_bytes()


# ---- Keras

def keras_cases():
    import keras
    import numpy as np
    import tempfile
    layers = keras.layers

    def saved(model):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / 'model.keras'
            model.save(path)
            return path.read_bytes()
    keras.utils.set_random_seed(0)
    one, two = keras.Input((4,)), keras.Input((2,))
    joined = layers.Concatenate()([layers.Dense(2, activation='relu', kernel_regularizer='l2')(one), two])
    functional = keras.Model([one, two], layers.Dense(1, activation=keras.activations.gelu)(keras.ops.relu(joined) * 2))
    functional.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(1e-3, 10)), 'mse', metrics=['mae', keras.metrics.AUC()])
    image = keras.Sequential([keras.Input((8, 8, 3)), layers.Rescaling(1 / 255), layers.Conv2D(2, 3), layers.BatchNormalization(), layers.GlobalAveragePooling2D(), layers.Dense(2)])
    text = keras.Sequential([keras.Input((5,)), layers.Embedding(7, 3), layers.Bidirectional(layers.LSTM(2)), layers.Dropout(0.1), layers.Dense(1)])
    whole = saved(functional)
    for label, content in {'functional': whole, 'image': saved(image), 'text': saved(text)}.items():
        case('keras', label, content, HDF5)
    weights = io.BytesIO()
    np.savez(weights, **{'layers/dense/vars/0': np.ones(2)})

    def changed(change):
        config = json.loads(dict(unpacked(whole))['config.json'])
        change(config)
        return repacked(whole, config_json=json.dumps(config).encode())

    def layer(config, index=2):
        return config['config']['layers'][index]

    def odd(label, change, finds, status='fail'):
        case('keras', label, changed(change), status, finds)
    plain = [(name, content) for name, content in unpacked(whole) if not name.endswith('.h5')]
    case('keras', 'weights-npz', packed([*plain, ('model.weights.npz', weights.getvalue())]), 'pass')
    odd('lambda', lambda config: layer(config).update(class_name='Lambda', config={'function': {'class_name': '__lambda__', 'config': {'value': ''}}}), ['keras.layers.Lambda', '__lambda__'])
    odd('class-of-another-module', lambda config: layer(config).update(module='os', class_name='getcwd'), FOUND)
    odd('class-of-keras-not-listed', lambda config: layer(config).update(module='keras.utils', class_name='get_file'), ['keras.utils.get_file'])
    for name in ('TFSMLayer', 'TorchModuleWrapper', 'JaxLayer'):
        odd(name.lower(), lambda config, name=name: layer(config).update(class_name=name), [f'keras.layers.{name}'])
    odd('registered-custom', lambda config: layer(config).update(module=None, registered_name='mine>Layer'), ['mine>Layer'])
    odd('no-module', lambda config: layer(config).pop('module'), ['?.InputLayer'])
    odd('function-of-python', lambda config: layer(config)['config'].update(activation={'module': 'builtins', 'class_name': 'function', 'config': 'exec', 'registered_name': 'function'}), ['builtins.exec'])
    odd('function-of-another-module', lambda config: layer(config)['config'].update(activation={'module': 'os', 'class_name': 'function', 'config': 'getcwd', 'registered_name': 'getcwd'}), FOUND)
    odd('type-spec', lambda config: layer(config)['config'].update(spec={'class_name': '__typespec__', 'spec_name': 'getcwd', 'module': 'os', 'registered_name': None, 'config': []}), ['os.__typespec__'])
    odd('vocabulary-path', lambda config: layer(config)['config'].update(vocabulary='/etc/passwd'), ['/etc/passwd'])
    odd('address', lambda config: layer(config)['config'].update(weights='https://example.com/weights.h5'), ['https://example.com/weights.h5'])
    odd('in-compile-config', lambda config: config['compile_config'].update(loss={'module': 'os', 'class_name': 'function', 'config': 'getcwd', 'registered_name': 'getcwd'}), FOUND)
    case('keras', 'config-key-twice', repacked(whole, config_json=b'{"module":"keras","module":"os","class_name":"Sequential","config":{}}'), 'inconclusive')
    case('keras', 'config-no-json', repacked(whole, config_json=b'{'), 'inconclusive')
    case('keras', 'config-of-nothing', repacked(whole, config_json=b'{}'), 'inconclusive')
    case('keras', 'no-metadata', repacked(whole, metadata_json=None), 'inconclusive')
    case('keras', 'metadata-of-something-else', repacked(whole, metadata_json=b'{"keras_version":"3","date_saved":"","code":""}'), 'inconclusive')
    case('keras', 'weights-no-hdf5', repacked(whole, weights_h5=PAYLOAD), 'inconclusive')
    case('keras', 'npz-with-payload', packed([*plain, ('model.weights.npz', packed([('a.npy', object_array(PAYLOAD))]))]), 'fail', FOUND)
    case('keras', 'another-member', packed([*plain, ('run.py', b'pass\n')]), 'inconclusive')
    case('keras', 'asset-of-text', packed([*plain, ('model.weights.npz', weights.getvalue()), ('assets/vocabulary.txt', b'a\nb\n')]), 'pass')
    case('keras', 'asset-of-bytes', packed([*plain, ('assets/vocabulary.txt', PAYLOAD)]), 'inconclusive')


# What becomes of a model whose weights are HDF5; they are read by that format.
HDF5 = os.environ.get('HDF5_STATUS', 'pass')


def object_array(pickled):
    body = b"{'descr': '|O', 'fortran_order': False, 'shape': (1,), }"
    body += b' ' * (63 - (10 + len(body)) % 64) + b'\n'
    return b'\x93NUMPY\x01\x00' + struct.pack('<H', len(body)) + body + pickled


def keras_classes():
    """Keras' own public classes and functions, but for those that call what a file names or open files."""
    import keras
    from keras.src.ops.operation import Operation
    importlib.import_module('keras.src')
    left_out = {
        'Lambda', 'TFSMLayer', 'TorchModuleWrapper', 'JaxLayer', 'FlaxLayer', 'AssociativeScan', 'Cond', 'ForiLoop', 'Map', 'Scan', 'Switch', 'VectorizedMap',
        'Vectorize', 'WhileLoop', 'JVP', 'Function',
    }
    classes, functions = collections.defaultdict(set), collections.defaultdict(set)
    public = ('layers', 'losses', 'metrics', 'optimizers', 'optimizers.schedules', 'initializers', 'regularizers', 'constraints', 'dtype_policies', 'quantizers', 'random', 'models')
    for module in (f'keras.{name}' for name in public):
        for name, value in vars(importlib.import_module(module)).items():
            if inspect.isclass(value) and not name.startswith('_') and name not in left_out:
                classes[module].add(name)
    for module in ('keras.activations', 'keras.losses', 'keras.metrics'):
        for name, value in vars(importlib.import_module(module)).items():
            if inspect.isfunction(value) and not name.startswith('_') and name not in ('get', 'serialize', 'deserialize'):
                functions[module].add(name)
    classes['keras'] |= {'Sequential', 'Model', 'DTypePolicy', 'FloatDTypePolicy'}
    classes['keras.src.models.functional'].add('Functional')
    classes['keras.src.models.sequential'].add('Sequential')
    classes['keras.src.applications.convnext'] |= {'LayerScale', 'StochasticDepth'}
    pending = [Operation]
    while pending:
        for kind in pending.pop().__subclasses__():
            pending.append(kind)
            if kind.__module__.startswith('keras.src.ops') and kind.__name__ not in left_out:
                classes[kind.__module__].add(kind.__name__)
    backend = importlib.import_module('keras.src.backend.torch.optimizers')
    for info in pkgutil.iter_modules(backend.__path__, f'{backend.__name__}.'):
        for name, value in vars(importlib.import_module(info.name)).items():
            if inspect.isclass(value) and value.__module__ == info.name and not name.startswith('Torch'):
                classes[info.name].add(name)

    def listed(names):
        return {module: ' '.join(sorted(found)) for module, found in sorted(names.items()) if found}
    return {'library': 'keras', 'versions': [keras.__version__], 'classes': listed(classes), 'functions': listed(functions)}


# ---- skops

def skops_cases():
    import numpy as np
    import scipy.sparse
    import skops.io
    from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import FunctionTransformer, StandardScaler
    rng = np.random.RandomState(0)
    x, y = rng.normal(size=(40, 2)), rng.randint(0, 2, 40)
    logistic = skops.io.dumps(make_pipeline(StandardScaler(), LogisticRegression()).fit(x, y))
    forest = skops.io.dumps(RandomForestClassifier(2, max_depth=2, random_state=0).fit(x, y))
    case('skops', 'logistic', logistic, 'pass')
    case('skops', 'forest', forest, 'pass')
    case('skops', 'compressed', skops.io.dumps(LogisticRegression().fit(x, y), compression=zipfile.ZIP_DEFLATED), 'pass')
    case('skops', 'boosted', skops.io.dumps(GradientBoostingClassifier(n_estimators=2, max_depth=1).fit(x, y)), 'pass')
    case('skops', 'function-transformer', skops.io.dumps(FunctionTransformer(np.log1p)), 'pass')
    case('skops', 'values', skops.io.dumps({
        'state': rng, 'generator': np.random.default_rng(1), 'sparse': scipy.sparse.eye(3).tocsr(), 'bytes': b'x', 'objects': np.array(['a', None], dtype=object), 'type': np.dtype('f8'),
        'slice': slice(1, 2), 'default': collections.defaultdict(list), 'ordered': collections.OrderedDict(a=1), 'masked': np.ma.array([1, 2], mask=[0, 1]), 'set': {1},
    }), 'pass')

    def changed(change, whole=logistic, **more):
        schema = json.loads(dict(unpacked(whole))['schema.json'])
        return repacked(whole, schema_json=json.dumps(change(schema) or schema).encode(), **more)

    def node(loader, module, name, **more):
        return {'__class__': name, '__module__': module, '__loader__': loader, **more}

    def odd(label, change, finds, status='fail', **more):
        case('skops', label, changed(change, **more), status, finds)
    empty = node('TupleNode', 'builtins', 'tuple', content=[])
    for label, value, finds in (
        ('type-not-listed', node('TypeNode', 'os', 'getcwd'), FOUND),
        ('function-not-listed', node('FunctionNode', 'os', 'getcwd'), FOUND),
        ('object-not-listed', node('ObjectNode', 'subprocess', 'Popen'), ['subprocess.Popen']),
        ('object-of-a-function', node('ObjectNode', 'numpy', 'mean'), ['numpy.mean']),
        ('dict-of-another-class', node('DictNode', 'sklearn.pipeline', 'Pipeline', content={}, key_types=empty), ['sklearn.pipeline.Pipeline']),
        ('constructor', node('ConstructorFromReduceNode', 'builtins', 'bytearray', content=empty), ['builtins.bytearray']),
        ('method', node('MethodNode', 'sklearn.pipeline', 'Pipeline', content={'func': 'fit', 'obj': empty}), ['sklearn.pipeline.Pipeline']),
        ('partial', node('PartialNode', 'functools', 'partial', content={'func': node('FunctionNode', 'os', 'getcwd')}), ['functools.partial', 'os.getcwd']),
        ('operator', node('OperatorFuncNode', 'operator', 'methodcaller', attrs=empty), ['operator.methodcaller']),
        ('loss-of-another-class', node('LossNode', 'sklearn.pipeline', 'Pipeline', content=empty, __reduce__={'args': empty}), ['sklearn.pipeline.Pipeline']),
        ('loader-unknown', node('constructor', 'builtins', 'dict'), ['builtins.dict']),
        ('loader-no-text', {'__class__': ['x'], '__module__': 'builtins', '__loader__': 1}, ['builtins.x']),
        ('dunder-state', node('ObjectNode', 'sklearn.pipeline', 'Pipeline', content=node('DictNode', 'builtins', 'dict', content={'__class__': empty}, key_types=empty)), ['sklearn.pipeline.Pipeline']),
    ):
        odd(label, lambda schema, value=value: schema['content']['content'].update(more=value), finds)
    odd('protocol-0', lambda schema: schema.update(protocol=0), [], 'inconclusive')
    odd('protocol-unknown', lambda schema: schema.update(protocol=3), [], 'inconclusive')
    odd('file-missing', lambda schema: schema['content']['content'].update(more=node('NdArrayNode', 'numpy', 'ndarray', type='numpy', file='none.npy')), [], 'inconclusive')
    case('skops', 'schema-no-json', repacked(logistic, schema_json=b'{'), 'inconclusive')
    case('skops', 'another-member', packed([*unpacked(logistic), ('model.pkl', b'\x80\x04N.')]), 'inconclusive')
    arrays = [(name, content) for name, content in unpacked(logistic) if name.endswith('.npy')]
    case('skops', 'objects-with-payload', packed([(name, object_array(PAYLOAD) if name == arrays[0][0] else content) for name, content in unpacked(logistic)]), 'fail', FOUND)
    case('skops', 'array-no-array', packed([(name, PAYLOAD if name == arrays[0][0] else content) for name, content in unpacked(logistic)]), 'inconclusive')

    def broken(content):
        array = np.load(io.BytesIO(content))
        if array.dtype.names is None or 'left_child' not in array.dtype.names:
            return content
        array['left_child'][0] = 10_000
        stream = io.BytesIO()
        np.save(stream, array)
        return stream.getvalue()
    case('skops', 'tree-child-outside', packed([(name, broken(content) if name.endswith('.npy') else content) for name, content in unpacked(forest)]), 'fail', ['sklearn.tree._tree.Tree'] * 2)


# ---- tar

def tar_cases():
    def tarred(*names):
        stream = io.BytesIO()
        with tarfile.open(fileobj=stream, mode='w', format=tarfile.USTAR_FORMAT) as archive:
            for name in names:
                archive.addfile(tarfile.TarInfo(name), io.BytesIO())
        return stream.getvalue()
    case('tar', 'of-torch', tarred('sys_info', 'pickle', 'storages', 'tensors'), 'inconclusive')
    case('tar', 'of-something', tarred('model/model.onnx'), 'inconclusive')


if __name__ == '__main__':
    OUT = Path(sys.argv[2])
    if sys.argv[1] == 'keras':
        OUT.write_text(json.dumps(keras_classes(), indent=2) + '\n')
    else:
        for form in FILES:
            shutil.rmtree(OUT / form, ignore_errors=True)
        zip_cases(torch_cases())
        npz_cases()
        keras_cases()
        skops_cases()
        tar_cases()
