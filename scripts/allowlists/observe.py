"""Makes the objects of every installed library, and notes what loading their files does."""
import collections
import importlib
import importlib.metadata
import inspect
import io
import json
import pickle
import platform
import re
import sys
import tarfile

from .files import joblibs, pickles
from .spy import Seen, spying

OBJECTS = ('python', 'numpy', 'scipy', 'pandas', 'sklearn', 'xgboost', 'lightgbm', 'catboost', 'statsmodels', 'torch', 'credit')
DISTRIBUTIONS = ('numpy', 'scipy', 'pandas', 'joblib', 'scikit-learn', 'xgboost', 'lightgbm', 'catboost', 'statsmodels', 'torch')
# A bundle holds no file larger than this, and of each object one file.
LARGEST_SAMPLE = 40_000
# The forms a bundle takes in turns, so that it has some of each.
SAMPLE_FORMS = ('p4.pkl', 'p2.pkl', 'p5.pkl', 'p3.pkl', 'plain.joblib', 'p1.pkl', 'p0.pkl')


def observe(output, folder, bundle, only):
    from joblib.numpy_pickle import NumpyUnpickler
    everything, counts, samples, functions = Seen(), {}, [], set()
    for name in OBJECTS:
        if only and name not in only:
            continue
        try:
            made = importlib.import_module(f'allowlists.objects.{name}')
            files = list(made.files()) if hasattr(made, 'files') else []
            objects = made.objects()
        except ImportError as error:
            print(f'{name} is not installed: {error}', file=sys.stderr)
            continue
        if hasattr(made, 'functions'):
            functions |= made.functions()
        count = collections.Counter()
        for label, suffix, content in files:
            keep(folder, name, f'{label}.{suffix}', content)
            count.update(['objects'] * (suffix == 'zip.pt') + ['files'])
            if len(content) < LARGEST_SAMPLE // 4:
                samples.append((f'{name}/{slug(label)}.{suffix}', content, frozenset([(name, label)])))
        for label, obj in objects:
            seen = Seen()
            forms = dict(pickles(obj))
            if not forms:
                print(f'{name} {label} cannot be pickled', file=sys.stderr)
                continue
            forms.update(joblibs(obj))
            count.update(['objects'] + ['files'] * len(forms))
            for suffix, content in forms.items():
                keep(folder, name, f'{label}.{suffix}', content)
                if suffix.endswith('.pkl'):
                    load(spying(pickle._Unpickler, seen), content)
                elif suffix == 'plain.joblib':
                    load(spying(NumpyUnpickler, seen), content)
            add(everything, seen)
            turn = len(samples) % len(SAMPLE_FORMS)
            form = next(form for form in (*SAMPLE_FORMS[turn:], *SAMPLE_FORMS) if form in forms)
            content = forms[form]
            if len(content) < LARGEST_SAMPLE:
                samples.append((f'{name}/{slug(label)}.{form}', content, facts(seen)))
        for label, obj in made.refused() if hasattr(made, 'refused') else ():
            for suffix, content in (*pickles(obj), *joblibs(obj)):
                keep(folder, f'refused-{name}', f'{label}.{suffix}', content)
                if suffix in ('p4.pkl', 'p2.pkl') and len(content) < LARGEST_SAMPLE:
                    samples.append((f'refused-{name}/{slug(label)}.{suffix}', content, frozenset([(name, label, suffix)])))
        counts[made.LIBRARY] = dict(count)
        print(f'{name}: {dict(count)}', file=sys.stderr)
    result = {
        'python': platform.python_version(),
        'versions': versions(),
        'counts': counts,
        'functions': sorted(functions),
        'names': everything.report(),
    }
    output.write_text(json.dumps(result, indent=1))
    if bundle:
        pack(bundle, samples)


def load(unpickler, content):
    """Loads with the arguments that this version of the unpickler's class has."""
    values = {'filename': '', 'file_handle': io.BytesIO(content), 'ensure_native_byte_order': True}
    if 'filename' in inspect.signature(unpickler.__init__).parameters:
        parameters = inspect.signature(unpickler.__init__).parameters
        unpickler(**{name: values[name] for name in parameters if name in values}).load()
    else:
        unpickler(io.BytesIO(content)).load()


def add(everything, seen):
    for key, uses in seen.names.items():
        for use, details in uses.items():
            everything.note(key, use)
            for detail in details:
                everything.note(key, use, detail)
    everything.objects.update(seen.objects)


def facts(seen):
    return frozenset((key, use, detail) for key, uses in seen.names.items() for use, details in uses.items() for detail in (details or {None}))


def slug(label):
    return re.sub(r'[^\w.-]+', '-', label)


def keep(folder, name, file, content):
    if folder:
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / slug(file)).write_bytes(content)


def versions():
    found = {}
    for name in DISTRIBUTIONS:
        try:
            found[name] = importlib.metadata.version(name).split('+')[0]
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def pack(path, samples):
    """The smallest files first, each that shows something that none before it did."""
    known, chosen = set(), []
    for name, content, shown in sorted(samples, key=lambda sample: len(sample[1])):
        if shown - known:
            known |= shown
            chosen.append((name, content))
    with tarfile.open(path, 'w:xz', preset=9, format=tarfile.USTAR_FORMAT) as archive:
        for name, content in sorted(chosen):
            entry = tarfile.TarInfo(name[:100])
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    print(f'{path}: {len(chosen)} files, {path.stat().st_size} bytes', file=sys.stderr)
