"""Every estimator and booster of XGBoost."""
import numpy as np
import xgboost

LIBRARY = 'xgboost'


def objects():
    rng = np.random.RandomState(0)
    X, y, amount = rng.rand(60, 4), rng.randint(0, 2, 60), rng.rand(60) + 0.1
    names = ('XGBClassifier', 'XGBRegressor', 'XGBRFClassifier', 'XGBRFRegressor')
    for name in names:
        estimator = getattr(xgboost, name)
        yield f'{name}-unfitted', estimator()
        for booster in ('gbtree', 'gblinear', 'dart') if 'RF' not in name else ('gbtree',):
            target = y if 'Class' in name else amount
            yield f'{name}-{booster}', estimator(n_estimators=3, booster=booster).fit(X, target)
    yield 'XGBClassifier-many', xgboost.XGBClassifier(n_estimators=3).fit(X, np.arange(60) % 3)
    yield 'XGBClassifier-stopped', xgboost.XGBClassifier(n_estimators=5, eval_metric='logloss').fit(X, y, eval_set=[(X, y)], verbose=False)
    for objective in ('reg:gamma', 'reg:tweedie', 'count:poisson', 'reg:squaredlogerror'):
        yield f'XGBRegressor-{objective}', xgboost.XGBRegressor(n_estimators=3, objective=objective).fit(X, amount)
    yield 'XGBRanker-unfitted', xgboost.XGBRanker()
    yield 'XGBRanker', xgboost.XGBRanker(n_estimators=3).fit(X, y, group=[20, 20, 20])
    yield 'XGBModel', xgboost.XGBModel(n_estimators=3, objective='reg:squarederror').fit(X, amount)
    matrix = xgboost.DMatrix(X, label=y, feature_names=['a', 'b', 'c', 'd'])
    yield 'Booster', xgboost.train({'objective': 'binary:logistic'}, matrix, 3)
    yield 'XGBClassifier-seeded', xgboost.XGBClassifier(n_estimators=3, random_state=np.random.RandomState(0)).fit(X, y)
