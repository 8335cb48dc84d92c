"""Tensors, state dicts, layers and optimizers of torch. In torch's own files; plain pickles of tensors nest what no one may load."""
import collections
import inspect
import io

LIBRARY = 'torch'
FORMS = (('zip.pt', {}), ('legacy.pt', {'_use_new_zipfile_serialization': False}))


def objects():
    """Nothing: pickle.dumps of a tensor calls torch.storage._load_from_bytes, which unpickles whatever it is given."""
    return iter(())


def files():
    import torch
    for name, obj in saved():
        # Before 1.6, a layer was saved with the source of its class, under a persistent id of its own.
        forms = FORMS[:1] if isinstance(obj, torch.nn.Module) else FORMS
        for suffix, options in forms:
            stream = io.BytesIO()
            try:
                torch.save(obj, stream, **options)
            except Exception as error:
                print(f'torch {name}: {error!r}')
                continue
            yield name, suffix, stream.getvalue()


def saved():
    import torch
    from torch import nn
    kinds = 'float64 float32 float16 bfloat16 int64 int32 int16 int8 uint8 bool complex64 complex128 float8_e4m3fn float8_e5m2 uint16 uint32 uint64'
    for kind in kinds.split():
        if hasattr(torch, kind):
            yield f'tensor-{kind}', torch.zeros(3, 2).to(getattr(torch, kind))
    yield 'tensors', {'view': torch.arange(10)[2:8:2], 'empty': torch.zeros(0), 'scalar': torch.tensor(1.0), 'grad': torch.zeros(2, requires_grad=True)}
    yield 'parameter', nn.Parameter(torch.zeros(2))
    yield 'sparse', torch.eye(3).to_sparse()
    yield 'quantized', torch.quantize_per_tensor(torch.zeros(3), 0.1, 0, torch.quint8)
    yield 'quantized-channels', torch.quantize_per_channel(torch.zeros(2, 3), torch.ones(2), torch.zeros(2), 0, torch.qint8)
    yield 'values', {'size': torch.Size([1, 2]), 'device': torch.device('cpu'), 'type': torch.float32, 'epoch': 3, 'loss': 0.5}
    model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.BatchNorm1d(8), nn.Dropout(0.1), nn.Linear(8, 2))
    yield 'state-dict', model.state_dict()
    yield 'state-dict-half', model.half().state_dict()
    model = model.float()
    yield 'module', model
    made = collections.Counter()
    for module_name in ('activation', 'batchnorm', 'container', 'conv', 'dropout', 'instancenorm', 'linear', 'loss', 'normalization', 'padding', 'pixelshuffle', 'pooling', 'rnn', 'sparse', 'transformer', 'upsampling', 'flatten', 'fold', 'distance', 'channelshuffle', 'adaptive'):
        source = getattr(nn.modules, module_name)
        for name, layer in list(vars(source).items()):
            if isinstance(layer, type) and issubclass(layer, nn.Module) and layer.__module__ == source.__name__ and not name.startswith(('_', 'Lazy')):
                instance = built(layer)
                if instance is not None:
                    made[name] += 1
                    yield f'layer-{name}', instance
                    if len(instance.state_dict()):
                        yield f'state-{name}', instance.state_dict()
    for name, kind in list(vars(torch.optim).items()):
        if isinstance(kind, type) and issubclass(kind, torch.optim.Optimizer) and kind is not torch.optim.Optimizer:
            network = nn.Linear(3, 2)
            try:
                optimizer = kind(network.parameters(), lr=0.1)
                network(torch.ones(1, 3)).sum().backward()
                optimizer.step()
            except Exception:
                continue
            yield f'optimizer-{name}', {'model': network.state_dict(), 'optimizer': optimizer.state_dict(), 'epoch': 1}


def built(layer):
    """A small layer of the class, from the first arguments that it takes."""
    from torch import nn
    special = {'Unflatten': (1, (2, 2)), 'TransformerEncoder': None, 'TransformerDecoder': None, 'MultiheadAttention': (4, 2), 'Fold': ((4, 4), 2), 'AdaptiveLogSoftmaxWithLoss': (4, 6, [2]), 'Transformer': (8, 2, 1, 1, 8)}
    if layer.__name__ in ('TransformerEncoder', 'TransformerDecoder'):
        part = getattr(nn, layer.__name__ + 'Layer')
        return layer(part(8, 2, 8), 1)
    tries = [special[layer.__name__]] if special.get(layer.__name__) else [(), (2,), (2, 2), (2, 2, 2), (0.1, 0.2), (4, 2, 2, 2)]
    for arguments in tries:
        try:
            instance = layer(*arguments)
            inspect.signature(layer)
            return instance
        except Exception:
            continue
    return None
