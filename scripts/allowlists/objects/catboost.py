"""Every estimator of CatBoost."""
import catboost
import numpy as np

LIBRARY = 'catboost'


def objects():
    rng = np.random.RandomState(0)
    X, y, amount = rng.rand(60, 4), rng.randint(0, 2, 60), rng.rand(60) + 0.1
    quiet = {'iterations': 3, 'depth': 2, 'verbose': False, 'allow_writing_files': False}
    for name in ('CatBoost', 'CatBoostClassifier', 'CatBoostRegressor', 'CatBoostRanker'):
        yield f'{name}-unfitted', getattr(catboost, name)()
    yield 'CatBoost', catboost.CatBoost({'loss_function': 'Logloss', **quiet}).fit(X, y)
    yield 'CatBoostClassifier', catboost.CatBoostClassifier(**quiet).fit(X, y)
    yield 'CatBoostClassifier-many', catboost.CatBoostClassifier(**quiet).fit(X, np.arange(60) % 3)
    yield 'CatBoostClassifier-text', catboost.CatBoostClassifier(**quiet).fit(X, np.array(['a', 'b'])[y])
    mixed = np.column_stack([X[:, :2].astype(object), np.array(['x', 'y'])[y]])
    yield 'CatBoostClassifier-categories', catboost.CatBoostClassifier(cat_features=[2], **quiet).fit(mixed, y)
    yield 'CatBoostClassifier-evaluated', catboost.CatBoostClassifier(**quiet).fit(X, y, eval_set=(X, y))
    for loss in ('RMSE', 'MAE', 'Quantile:alpha=0.5', 'Poisson', 'Tweedie:variance_power=1.5', 'MAPE'):
        yield f'CatBoostRegressor-{loss}', catboost.CatBoostRegressor(loss_function=loss, **quiet).fit(X, amount)
    groups = np.repeat([0, 1, 2], 20)
    yield 'CatBoostRanker', catboost.CatBoostRanker(loss_function='YetiRank', **quiet).fit(X, y, group_id=groups)
