"""Every public estimator of scikit-learn, fitted, and options that bring in classes of their own."""
import inspect
import itertools

import numpy as np

LIBRARY = 'scikit-learn'


def objects():
    import sklearn.experimental.enable_halving_search_cv  # noqa: F401
    import sklearn.experimental.enable_iterative_imputer  # noqa: F401
    from sklearn.base import is_regressor
    from sklearn.utils import all_estimators
    rng = np.random.RandomState(0)
    X, labels = rng.normal(loc=3, size=(60, 4)), rng.randint(0, 2, 60)
    words, dicts = ['some words', 'other words'] * 30, [{'a': 1.0, 'b': 'x'}, {'a': 2.0, 'b': 'y'}] * 30
    inputs = [X, np.abs(X), np.round(np.abs(X)), np.abs(X[:, 0]), words, dicts, labels]
    for name, estimator in all_estimators():
        for k, instance in enumerate(instances(estimator)):
            yield f'{name}-{k}-unfitted', instance
            target = X[:, 0] if is_regressor(instance) else labels
            for features, y in itertools.product(inputs, (target, np.abs(target) + 1, np.column_stack([target, target]), None)):
                try:
                    yield f'{name}-{k}', type(instance)(**instance.get_params(deep=False)).fit(*([features] if y is None else [features, y]))
                    break
                except Exception:
                    continue
    for k, make in enumerate(variants()):
        try:
            yield f'variant-{k}', make()
        except Exception:
            continue


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
        'transformers': [('a', 'passthrough', [0])], 'transformer_list': [('a', 'drop')], 'steps': [('a', simple)],
        'param_grid': {}, 'param_distributions': {}, 'dictionary': [[1.0, 0.0, 0.0, 0.0]],
    }
    needed = [p.name for p in inspect.signature(estimator).parameters.values() if p.default is p.empty and p.kind == p.POSITIONAL_OR_KEYWORD]
    if all(name in around for name in needed):
        try:
            yield estimator(**{name: around[name] for name in needed})
        except (TypeError, ValueError):
            return


def variants():
    """What makes objects whose options bring in classes of their own: losses, kernels, metrics, splitters, scorers, nodes of nested models; no version has all."""
    import pandas as pd
    from sklearn import calibration, compose, ensemble, gaussian_process, impute, linear_model, metrics, model_selection
    from sklearn import feature_selection, neighbors, pipeline, preprocessing, random_projection, svm, tree
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.gaussian_process import kernels
    from sklearn.utils import Bunch
    rng = np.random.RandomState(0)
    X, y = np.abs(rng.normal(size=(80, 2))) + 0.1, rng.randint(0, 2, 80)
    names, amount = np.array(['bad', 'good'])[y], X[:, 0] + 0.1
    frame = pd.DataFrame({'a': X[:, 0], 'b': X[:, 1], 'c': rng.choice(['x', 'y', 'z'], 80), 'e': pd.Categorical(names)})

    for loss in ('squared_error', 'absolute_error', 'gamma', 'poisson', 'quantile'):
        yield lambda: ensemble.HistGradientBoostingRegressor(loss=loss, max_iter=3, quantile=0.5 if loss == 'quantile' else None).fit(X, amount)
    for loss in ('squared_error', 'absolute_error', 'huber', 'quantile'):
        yield lambda: ensemble.GradientBoostingRegressor(loss=loss, n_estimators=3).fit(X, amount)
    for loss in ('log_loss', 'deviance', 'exponential'):
        yield lambda: ensemble.GradientBoostingClassifier(loss=loss, n_estimators=3).fit(X, names)
    for model in (ensemble.GradientBoostingClassifier(n_estimators=3), ensemble.HistGradientBoostingClassifier(max_iter=3)):
        yield lambda: model.fit(X, frame['c'])
    for loss in ('hinge', 'log_loss', 'log', 'modified_huber', 'squared_hinge', 'perceptron', 'squared_error', 'huber', 'epsilon_insensitive', 'squared_epsilon_insensitive'):
        yield lambda: linear_model.SGDClassifier(loss=loss).fit(X, names)
    for power in (0, 1, 1.5, 2, 3):
        yield lambda: linear_model.TweedieRegressor(power=power).fit(X, amount)
    for algorithm, dtype in itertools.product(('ball_tree', 'kd_tree'), (np.float64, np.float32)):
        for metric in ('euclidean', 'manhattan', 'chebyshev', 'minkowski', 'hamming', 'canberra', 'braycurtis', 'jaccard', 'dice', 'russellrao', 'rogerstanimoto', 'sokalsneath', 'haversine', 'seuclidean', 'mahalanobis'):
            params = {'minkowski': {'p': 3}, 'seuclidean': {'V': np.ones(2)}, 'mahalanobis': {'V': np.eye(2)}}.get(metric, {})
            yield lambda: neighbors.NearestNeighbors(metric=metric, algorithm=algorithm, metric_params=params).fit(X.astype(dtype))
            yield lambda: metrics.DistanceMetric.get_metric(metric, **params)
            yield lambda: metrics.DistanceMetric.get_metric(metric, dtype=dtype, **params)
    for kernel in (kernels.RBF() + kernels.WhiteKernel(), kernels.Matern() * kernels.ConstantKernel(), kernels.DotProduct() ** 2,
                   kernels.RationalQuadratic(), kernels.ExpSineSquared(), kernels.PairwiseKernel(), kernels.CompoundKernel([kernels.RBF()])):
        yield lambda: kernel
    for name in model_selection.__all__:
        splitter = getattr(model_selection, name)
        if isinstance(splitter, type) and hasattr(splitter, 'split'):
            needed = {'LeavePOut': {'p': 2}, 'LeavePGroupsOut': {'n_groups': 2}, 'PredefinedSplit': {'test_fold': [0, 1]}}.get(name, {})
            yield lambda: splitter(**needed)
    for name in metrics.get_scorer_names() if hasattr(metrics, 'get_scorer_names') else metrics.SCORERS:
        yield lambda: metrics.get_scorer(name)
    yield lambda: metrics.make_scorer(metrics.f1_score, pos_label='bad')
    yield lambda: model_selection.GridSearchCV(linear_model.LogisticRegression(), {'C': [0.1, 1.0]}, cv=model_selection.StratifiedKFold(3), scoring=metrics.make_scorer(metrics.f1_score, pos_label='bad')).fit(X, names)
    yield lambda: model_selection.GridSearchCV(pipeline.make_pipeline(preprocessing.StandardScaler(), svm.SVC()), {'svc__C': [0.1, 1.0]}, cv=3, scoring=['accuracy', 'f1_macro'], refit='accuracy').fit(X, names)
    for method in ('sigmoid', 'isotonic', 'temperature'):
        yield lambda: calibration.CalibratedClassifierCV(linear_model.LogisticRegression(), method=method, cv=3).fit(X, names)
    for name in ('TunedThresholdClassifierCV', 'FixedThresholdClassifier'):
        yield lambda: getattr(model_selection, name)(linear_model.LogisticRegression()).fit(X, y)
    yield lambda: compose.TransformedTargetRegressor(linear_model.Ridge(), func=np.log1p, inverse_func=np.expm1).fit(X, amount)
    yield lambda: ensemble.VotingClassifier([('a', linear_model.LogisticRegression()), ('b', tree.DecisionTreeClassifier())]).fit(X, names)
    yield lambda: ensemble.StackingClassifier([('a', linear_model.LogisticRegression()), ('b', ensemble.RandomForestClassifier(3))]).fit(X, names)
    yield lambda: ensemble.RandomForestClassifier(3, random_state=np.random.RandomState(3)).fit(X, names)
    yield lambda: pipeline.make_pipeline(TfidfVectorizer(), linear_model.LogisticRegression()).fit(['good word', 'bad word'] * 40, names)
    yield lambda: random_projection.GaussianRandomProjection(n_components=2).fit(X)
    yield lambda: random_projection.SparseRandomProjection(n_components=2).fit(X)
    yield lambda: preprocessing.KernelCenterer().fit(X @ X.T)
    yield lambda: feature_selection.SelectKBest(k=1).fit(X, y)
    yield lambda: neighbors.KDTree(X, metric='manhattan')
    yield lambda: neighbors.BallTree(X)
    yield lambda: neighbors.KernelDensity().fit(X, sample_weight=amount)
    yield lambda: neighbors.KernelDensity(algorithm='ball_tree').fit(X, sample_weight=amount)
    yield lambda: __import__('sklearn.frozen').frozen.FrozenEstimator(linear_model.LogisticRegression().fit(X, names))
    yield lambda: Bunch(a=1, b=np.arange(3))
    columns = compose.ColumnTransformer([
        ('n', pipeline.make_pipeline(impute.SimpleImputer(), preprocessing.StandardScaler()), ['a', 'b']),
        ('c', preprocessing.OneHotEncoder(handle_unknown='ignore'), ['c', 'e']),
    ])
    model = pipeline.make_pipeline(columns, linear_model.LogisticRegression()).fit(frame, names)
    yield lambda: model
    yield lambda: {'model': model, 'threshold': 0.5, 'columns': list(frame.columns)}
    yield lambda: [preprocessing.OneHotEncoder().fit(frame[['c']]), preprocessing.OrdinalEncoder().fit(frame[['c']].astype(object))]
    yield lambda: pipeline.make_pipeline(compose.ColumnTransformer([('n', preprocessing.StandardScaler(), compose.make_column_selector(dtype_include='number'))], remainder='drop'), ensemble.RandomForestClassifier(5)).fit(frame, names)
    yield lambda: compose.ColumnTransformer([('n', preprocessing.StandardScaler(), ['a'])], remainder='passthrough', verbose_feature_names_out=False).set_output(transform='pandas').fit(frame[['a', 'b']])


def functions():
    """Pure functions that an estimator may hold as an option: metrics, kernels, scores of features."""
    from sklearn import feature_selection, metrics
    from sklearn.metrics import pairwise
    held = [getattr(metrics, name) for name in metrics.__all__] + [getattr(feature_selection, name) for name in feature_selection.__all__]
    held += [f for f in [*pairwise.PAIRWISE_KERNEL_FUNCTIONS.values(), *pairwise.PAIRWISE_DISTANCE_FUNCTIONS.values()] if f]
    return {f'{f.__module__}:{f.__qualname__}' for f in held if inspect.isfunction(f) and f.__module__.startswith('sklearn.')}
