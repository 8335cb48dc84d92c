"""Every estimator and booster of LightGBM."""
import lightgbm
import numpy as np

LIBRARY = 'lightgbm'


def objects():
    rng = np.random.RandomState(0)
    X, y, amount = rng.rand(60, 4), rng.randint(0, 2, 60), rng.rand(60) + 0.1
    quiet = {'n_estimators': 3, 'min_child_samples': 2, 'verbose': -1}
    for name in ('LGBMClassifier', 'LGBMRegressor', 'LGBMModel', 'LGBMRanker'):
        yield f'{name}-unfitted', getattr(lightgbm, name)()
    for kind in ('gbdt', 'dart', 'goss', 'rf'):
        bagging = {'subsample': 0.5, 'subsample_freq': 1} if kind == 'rf' else {}
        yield f'LGBMClassifier-{kind}', lightgbm.LGBMClassifier(boosting_type=kind, **bagging, **quiet).fit(X, y)
        yield f'LGBMRegressor-{kind}', lightgbm.LGBMRegressor(boosting_type=kind, **bagging, **quiet).fit(X, amount)
    for objective in ('regression_l1', 'huber', 'fair', 'poisson', 'quantile', 'mape', 'gamma', 'tweedie'):
        yield f'LGBMRegressor-{objective}', lightgbm.LGBMRegressor(objective=objective, **quiet).fit(X, amount)
    yield 'LGBMClassifier-many', lightgbm.LGBMClassifier(**quiet).fit(X, np.arange(60) % 3)
    yield 'LGBMClassifier-text', lightgbm.LGBMClassifier(random_state=np.random.RandomState(1), **quiet).fit(X, np.array(['a', 'b'])[y])
    yield 'LGBMClassifier-scored', lightgbm.LGBMClassifier(**quiet).fit(X, y, eval_set=[(X, y)])
    yield 'LGBMRanker', lightgbm.LGBMRanker(**quiet).fit(X, y, group=[20, 20, 20])
    yield 'LGBMModel', lightgbm.LGBMModel(objective='binary', **quiet).fit(X, y)
    yield 'Booster', lightgbm.train({'objective': 'binary', 'verbose': -1, 'min_data_in_leaf': 2}, lightgbm.Dataset(X, label=y), 3)
    import pandas as pd
    frame = pd.DataFrame({'a': X[:, 0], 'b': pd.Categorical(np.array(['x', 'y'])[y])})
    yield 'LGBMClassifier-frame', lightgbm.LGBMClassifier(**quiet).fit(frame, y)
