#!/usr/bin/env python3
"""Names that scikit-learn's own model files import, and what each file does with them.

    python make-allowlists.py observe OUTPUT.json [--files FOLDER]   once per scikit-learn version installed
    python make-allowlists.py write OBSERVED.json... > src/core/security/allowlists/sklearn.json

`observe` fits every public estimator (and the variants listed below), dumps each with pickle protocols 2, 4 and 5 and with
joblib, loads these files of its own making with an unpickler that notes every import, call, construction and state, and
writes down what it saw. With --files it keeps the files, plus joblib's compressed forms, to try the scanner on.
`write` merges the observations of several versions into the allow list. A name goes in only from a module of scikit-learn,
and only with the uses and argument shapes that were seen.
"""
import argparse
import collections
import inspect
import itertools
import json
import pickle
import re
import sys
import tempfile
import warnings
from pathlib import Path

# More references or instances than this in one place stand for any class, or any instance, of the list.
MOST_ALTERNATIVES = 3
LIBRARIES = ('scikit-learn', 'numpy', 'scipy', 'joblib')

# scikit-learn 1.4 to 1.6 built one extension module under a name without its package.
OWN = re.compile(r'sklearn\.|_loss:')
# Seen in files, and kept out: a metric that calls whatever function its state names.
EXCLUDED = re.compile(r'sklearn\.metrics\._dist_metrics:PyFunc')


# ---- observing

def spying(base, seen):
    """An unpickler that notes what the stream does with each imported object."""
    known, kept = {}, []

    def name_of(obj):
        return known.get(id(obj), f'{type(obj).__module__}:{type(obj).__qualname__}')

    def shape(value):
        if value is None:
            return 'none'
        if id(value) in known:
            return '&' + known[id(value)]
        kind = type(value)
        if kind.__module__ == 'builtins':
            return kind.__name__
        if kind.__module__ == 'numpy' and kind.__name__ in ('ndarray', 'matrix'):
            return 'array'
        if kind.__module__.startswith('numpy') and hasattr(value, 'dtype'):
            return 'number'
        return f'@{kind.__module__}:{kind.__qualname__}'

    def note(obj, use, detail=None):
        details = seen[name_of(obj)].setdefault(use, set())
        if detail is not None:
            details.add(detail)

    class Spy(base):
        dispatch = dict(base.dispatch)

        def find_class(self, module, name):
            obj = super().find_class(module, name)
            known[id(obj)] = f'{module}:{name}'
            kept.append(obj)
            seen[f'{module}:{name}'].setdefault('V', set())
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
        note(type(target), 'B', args_of(state) if type(state) is tuple else ('=' + shape(state),))

    before(pickle.REDUCE, lambda self: note(self.stack[-2], 'R', args_of(self.stack[-1])))
    before(pickle.NEWOBJ, lambda self: note(self.stack[-2], 'N', args_of(self.stack[-1])))
    before(pickle.BUILD, state_of)
    for opcode, depth, use in ((pickle.SETITEM, -3, 'D'), (pickle.APPEND, -2, 'L')):
        before(opcode, lambda self, depth=depth, use=use: note(type(self.stack[depth]), use))
    for opcode, use in ((pickle.SETITEMS, 'D'), (pickle.APPENDS, 'L')):
        before(opcode, lambda self, use=use: note(type(self.metastack[-1][-1]), use))
    return Spy


def dumps(obj, folder, name):
    """The object's files: plain pickles, joblib's, joblib's compressed forms. What cannot be pickled gives none."""
    import joblib
    for protocol in (2, 3, 4, 5):
        path = folder / f'{name}.p{protocol}.pkl'
        try:
            path.write_bytes(pickle.dumps(obj, protocol=protocol))
        except Exception:
            return
        yield path
    for suffix, compress in (('c0', 0), ('c3', 3), ('gz', ('gzip', 3))):
        path = folder / f'{name}.{suffix}.joblib'
        joblib.dump(obj, path, compress=compress)
        yield path


def observe(output, files):
    import importlib.metadata
    from joblib.numpy_pickle import NumpyUnpickler
    seen = collections.defaultdict(dict)
    plain, arrays = spying(pickle._Unpickler, seen), spying(NumpyUnpickler, seen)
    objects, unfitted = everything()
    count = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(files or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for name, obj in objects:
            for path in dumps(obj, folder, re.sub(r'\W+', '-', name)):
                count += 1
                with path.open('rb') as stream:
                    if path.suffix == '.pkl':
                        plain(stream).load()
                    elif path.name.endswith('.c0.joblib'):
                        arguments = [str(path), stream, True][:len(inspect.signature(NumpyUnpickler.__init__).parameters) - 2]
                        arrays(*arguments).load()
    result = {
        'versions': {library: importlib.metadata.version(library) for library in LIBRARIES},
        'functions': sorted(functions()),
        'names': {key: {use: sorted(map(list, details)) for use, details in uses.items()} for key, uses in sorted(seen.items())},
    }
    Path(output).write_text(json.dumps(result, indent=1))
    print(f'{len(objects)} objects, {count} files, not fitted: {unfitted}', file=sys.stderr)


# ---- what is fitted

def everything():
    import numpy as np
    import sklearn.experimental.enable_halving_search_cv  # noqa: F401
    import sklearn.experimental.enable_iterative_imputer  # noqa: F401
    from sklearn.utils import all_estimators
    from sklearn.base import is_regressor
    rng = np.random.RandomState(0)
    X, labels = rng.normal(loc=3, size=(60, 4)), rng.randint(0, 2, 60)
    inputs = [X, np.abs(X), np.round(np.abs(X)), np.abs(X[:, 0]), ['some words', 'other words'] * 30, [{'a': 1.0, 'b': 'x'}, {'a': 2.0, 'b': 'y'}] * 30, labels]
    objects, unfitted = [], []
    for name, estimator in all_estimators():
        made = list(instances(estimator))
        for k, instance in enumerate(made):
            objects.append((f'{name}-{k}-unfitted', instance))
            target = X[:, 0] if is_regressor(instance) else labels
            for features, y in itertools.product(inputs, (target, np.abs(target) + 1, np.column_stack([target, target]), None)):
                try:
                    objects.append((f'{name}-{k}', type(instance)(**instance.get_params(deep=False)).fit(*([features] if y is None else [features, y]))))
                    break
                except Exception:
                    continue
            else:
                unfitted.append(f'{name}-{k}')
        if not made:
            unfitted.append(name)
    return objects + [(f'variant-{k}', obj) for k, obj in enumerate(variants())], unfitted


def instances(estimator):
    """The estimator as scikit-learn's own tests construct it, or around a plain one."""
    from sklearn.linear_model import LogisticRegression, Ridge
    try:
        from sklearn.utils._test_common.instance_generator import _construct_instances as construct
        yield from construct(estimator)
        return
    except BaseException:  # SkipTest is none of Exception
        pass
    simple = Ridge() if estimator.__name__.endswith(('Regressor', 'RegressorCV', 'RegressorChain')) else LogisticRegression()
    around = {
        'estimator': simple, 'base_estimator': simple, 'regressor': simple, 'estimators': [('a', simple), ('b', simple)],
        'transformers': [('a', 'passthrough', [0])], 'transformer_list': [('a', 'passthrough')], 'steps': [('a', simple)],
        'param_grid': {}, 'param_distributions': {}, 'dictionary': [[1.0, 0.0, 0.0, 0.0]],
    }
    needed = [p.name for p in inspect.signature(estimator).parameters.values() if p.default is p.empty and p.kind == p.POSITIONAL_OR_KEYWORD]
    if all(name in around for name in needed):
        yield estimator(**{name: around[name] for name in needed})


def variants():
    """Options that bring in classes of their own: losses, kernels, metrics, splitters, scorers, nodes of nested models."""
    import numpy as np
    import pandas as pd
    from sklearn import calibration, compose, ensemble, gaussian_process, impute, linear_model, metrics, model_selection
    from sklearn import neighbors, pipeline, preprocessing, svm, tree
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.gaussian_process import kernels
    from sklearn.utils import Bunch
    rng = np.random.RandomState(0)
    X, y = np.abs(rng.normal(size=(80, 2))) + 0.1, rng.randint(0, 2, 80)
    names, amount = np.array(['bad', 'good'])[y], X[:, 0] + 0.1
    frame = pd.DataFrame({'a': X[:, 0], 'b': X[:, 1], 'c': rng.choice(['x', 'y', 'z'], 80), 'e': pd.Categorical(names)})

    for loss in ('squared_error', 'absolute_error', 'gamma', 'poisson', 'quantile'):
        yield ensemble.HistGradientBoostingRegressor(loss=loss, max_iter=3, quantile=0.5 if loss == 'quantile' else None).fit(X, amount)
    for loss in ('squared_error', 'absolute_error', 'huber', 'quantile'):
        yield ensemble.GradientBoostingRegressor(loss=loss, n_estimators=3).fit(X, amount)
    for loss in ('log_loss', 'exponential'):
        yield ensemble.GradientBoostingClassifier(loss=loss, n_estimators=3).fit(X, names)
    for model in (ensemble.GradientBoostingClassifier(n_estimators=3), ensemble.HistGradientBoostingClassifier(max_iter=3)):
        yield model.fit(X, frame['c'])
    for loss in ('hinge', 'log_loss', 'modified_huber', 'squared_hinge', 'perceptron', 'squared_error', 'huber', 'epsilon_insensitive', 'squared_epsilon_insensitive'):
        yield linear_model.SGDClassifier(loss=loss).fit(X, names)
    for power in (0, 1, 1.5, 2, 3):
        yield linear_model.TweedieRegressor(power=power).fit(X, amount)
    for algorithm, dtype in itertools.product(('ball_tree', 'kd_tree'), (np.float64, np.float32)):
        for metric in ('euclidean', 'manhattan', 'chebyshev', 'minkowski', 'hamming', 'canberra', 'braycurtis', 'jaccard', 'dice', 'russellrao', 'rogerstanimoto', 'sokalsneath', 'haversine', 'seuclidean', 'mahalanobis'):
            params = {'minkowski': {'p': 3}, 'seuclidean': {'V': np.ones(2)}, 'mahalanobis': {'V': np.eye(2)}}.get(metric, {})
            try:
                yield neighbors.NearestNeighbors(metric=metric, algorithm=algorithm, metric_params=params).fit(X.astype(dtype))
                yield metrics.DistanceMetric.get_metric(metric, dtype=dtype, **params)
            except Exception:
                continue
    for kernel in (kernels.RBF() + kernels.WhiteKernel(), kernels.Matern() * kernels.ConstantKernel(), kernels.DotProduct() ** 2,
                   kernels.RationalQuadratic(), kernels.ExpSineSquared(), kernels.PairwiseKernel(), kernels.CompoundKernel([kernels.RBF()])):
        yield kernel
    for name in model_selection.__all__:
        splitter = getattr(model_selection, name)
        if isinstance(splitter, type) and hasattr(splitter, 'split'):
            needed = {'LeavePOut': {'p': 2}, 'LeavePGroupsOut': {'n_groups': 2}, 'PredefinedSplit': {'test_fold': [0, 1]}}.get(name, {})
            try:
                yield splitter(**needed)
            except TypeError:
                continue
    for name in metrics.get_scorer_names():
        yield metrics.get_scorer(name)
    yield metrics.make_scorer(metrics.f1_score, pos_label='bad')
    yield model_selection.GridSearchCV(linear_model.LogisticRegression(), {'C': [0.1, 1.0]}, cv=model_selection.StratifiedKFold(3), scoring=metrics.make_scorer(metrics.f1_score, pos_label='bad')).fit(X, names)
    yield model_selection.GridSearchCV(pipeline.make_pipeline(preprocessing.StandardScaler(), svm.SVC()), {'svc__C': [0.1, 1.0]}, cv=3, scoring=['accuracy', 'f1_macro'], refit='accuracy').fit(X, names)
    for method in ('sigmoid', 'isotonic', 'temperature'):
        try:
            yield calibration.CalibratedClassifierCV(linear_model.LogisticRegression(), method=method, cv=3).fit(X, names)
        except ValueError:
            continue
    for name in ('TunedThresholdClassifierCV', 'FixedThresholdClassifier'):
        if hasattr(model_selection, name):
            yield getattr(model_selection, name)(linear_model.LogisticRegression()).fit(X, y)
    yield compose.TransformedTargetRegressor(linear_model.Ridge(), func=np.log1p, inverse_func=np.expm1).fit(X, amount)
    yield ensemble.VotingClassifier([('a', linear_model.LogisticRegression()), ('b', tree.DecisionTreeClassifier())]).fit(X, names)
    yield ensemble.StackingClassifier([('a', linear_model.LogisticRegression()), ('b', ensemble.RandomForestClassifier(3))]).fit(X, names)
    yield ensemble.RandomForestClassifier(3, random_state=np.random.RandomState(3)).fit(X, names)
    yield pipeline.make_pipeline(TfidfVectorizer(), linear_model.LogisticRegression()).fit(['good word', 'bad word'] * 40, names)
    yield neighbors.KDTree(X, metric='manhattan')
    yield neighbors.BallTree(X)
    yield neighbors.KernelDensity().fit(X, sample_weight=amount)
    yield neighbors.KernelDensity(algorithm='ball_tree').fit(X, sample_weight=amount)
    try:
        from sklearn.frozen import FrozenEstimator
        yield FrozenEstimator(linear_model.LogisticRegression().fit(X, names))
    except ImportError:
        pass
    yield Bunch(a=1, b=np.arange(3))
    columns = compose.ColumnTransformer([
        ('n', pipeline.make_pipeline(impute.SimpleImputer(), preprocessing.StandardScaler()), ['a', 'b']),
        ('c', preprocessing.OneHotEncoder(handle_unknown='ignore'), ['c', 'e']),
    ])
    model = pipeline.make_pipeline(columns, linear_model.LogisticRegression()).fit(frame, names)
    yield model
    yield {'model': model, 'threshold': 0.5, 'columns': list(frame.columns)}
    yield [preprocessing.OneHotEncoder().fit(frame[['c']]), preprocessing.OrdinalEncoder().fit(frame[['c']].astype(object))]
    yield pipeline.make_pipeline(compose.ColumnTransformer([('n', preprocessing.StandardScaler(), compose.make_column_selector(dtype_include='number'))], remainder='drop'), ensemble.RandomForestClassifier(5)).fit(frame, names)
    yield compose.ColumnTransformer([('n', preprocessing.StandardScaler(), ['a'])], remainder='passthrough', verbose_feature_names_out=False).set_output(transform='pandas').fit(frame[['a', 'b']])


def functions():
    """Pure functions that an estimator may hold as an option: metrics, kernels, scores of features."""
    from sklearn import feature_selection, metrics
    from sklearn.metrics import pairwise
    held = [getattr(metrics, name) for name in metrics.__all__] + [getattr(feature_selection, name) for name in feature_selection.__all__]
    held += [f for f in [*pairwise.PAIRWISE_KERNEL_FUNCTIONS.values(), *pairwise.PAIRWISE_DISTANCE_FUNCTIONS.values()] if f]
    return {f'{f.__module__}:{f.__qualname__}' for f in held if inspect.isfunction(f) and f.__module__.startswith('sklearn.')}


# ---- writing

def write(paths):
    observed = [json.loads(Path(path).read_text()) for path in paths]
    versions = sorted({o['versions']['scikit-learn'] for o in observed}, key=lambda v: [int(x) for x in v.split('.')])
    merged = collections.defaultdict(lambda: collections.defaultdict(set))
    for o in observed:
        for key, uses in o['names'].items():
            if OWN.match(key) and not EXCLUDED.match(key):
                for use, details in uses.items():
                    merged[key][use] |= {tuple(detail) for detail in details}
        for key in o['functions']:
            merged[key]['V'] |= set()
    modules, calls, states = collections.defaultdict(list), {}, {}
    for key, uses in sorted(merged.items()):
        module, name = key.split(':')
        letters = ''.join(letter for letter in 'RNBDL' if letter in uses) or 'V'
        modules[module].append(name if letters in ('N', 'NB') else f'{name}[{letters}]')
        called = uses.get('R', set()) | uses.get('N', set())
        if 'R' in uses or called - {()}:
            calls[key] = {'args': merged_shapes(called)}
            if called and all(args and args[0].startswith('&') for args in called):
                calls[key]['makes'] = 0
        if uses.get('B', set()) - {('=dict',)}:
            states[key] = merged_shapes(s for s in uses['B'] if not s[0].startswith('='))
            states[key] += ['dict'] if ('=dict',) in uses['B'] else []
    document = {
        'library': 'scikit-learn', 'versions': versions,
        'names': {module: ' '.join(names) for module, names in sorted(modules.items())}, 'calls': calls, 'states': states,
    }
    print(json.dumps(document, indent=2))


def merged_shapes(lists):
    """Lists that differ only in which reference or instance stands in a place, as one list of alternatives."""
    groups = collections.defaultdict(list)
    for shapes in lists:
        groups[tuple(shape[0] if shape[0] in '&@' else shape for shape in shapes)].append(shapes)
    return sorted([alternatives(column) for column in zip(*group)] for group in groups.values())


def alternatives(column):
    found = sorted(set(column))
    if len(found) <= MOST_ALTERNATIVES:
        return '|'.join(found)
    return 'class' if found[0].startswith('&') else 'instance'


def main():
    warnings.filterwarnings('ignore')
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest='command', required=True)
    observing = commands.add_parser('observe')
    observing.add_argument('output')
    observing.add_argument('--files')
    writing = commands.add_parser('write')
    writing.add_argument('observed', nargs='+')
    arguments = parser.parse_args()
    if arguments.command == 'observe':
        observe(arguments.output, arguments.files)
    else:
        write(arguments.observed)


if __name__ == '__main__':
    main()
