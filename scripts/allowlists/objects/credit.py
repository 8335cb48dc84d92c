"""The models of examples/credit, made again from its table with every library that is installed."""
from pathlib import Path

LIBRARY = 'credit'
TABLE = Path(__file__).resolve().parents[3] / 'examples' / 'credit' / 'train.csv'


def objects():
    import pandas as pd
    from sklearn.calibration import CalibratedClassifierCV
    from sklearn.compose import make_column_transformer
    from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingClassifier, RandomForestClassifier, StackingClassifier
    from sklearn.impute import SimpleImputer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler
    table = pd.read_csv(TABLE)
    target = table.pop('status')
    table = table.drop(columns=[column for column in table if column == 'id'])
    numbers = list(table.select_dtypes('number').columns)
    others = [column for column in table if column not in numbers]
    binary = (target == sorted(set(target))[0]).astype(int)

    def model(estimator, y=target):
        columns = make_column_transformer(
            (make_pipeline(SimpleImputer(strategy='median'), StandardScaler()), numbers),
            (make_pipeline(SimpleImputer(strategy='most_frequent'), OneHotEncoder(handle_unknown='ignore')), others),
        )
        return make_pipeline(columns, estimator).fit(table, y)

    yield 'logistic', model(LogisticRegression(max_iter=200))
    yield 'forest', model(RandomForestClassifier(5, max_depth=6, random_state=0))
    yield 'boosted', model(GradientBoostingClassifier(n_estimators=5, random_state=0))
    yield 'calibrated', model(CalibratedClassifierCV(LogisticRegression(max_iter=200), cv=2))
    yield 'stacked', model(StackingClassifier([('l', LogisticRegression(max_iter=200)), ('f', RandomForestClassifier(3, max_depth=3))], cv=2))
    yield 'searched', GridSearchCV(model(LogisticRegression(max_iter=200)), {'logisticregression__C': [0.1, 1.0]}, cv=2, scoring='roc_auc').fit(table, target)
    yield 'histogram', HistGradientBoostingClassifier(max_iter=5).fit(table[numbers], target)
    yield 'with-threshold', {'model': model(LogisticRegression(max_iter=200)), 'threshold': 0.35, 'columns': list(table.columns), 'head': table.head()}
    import catboost
    import lightgbm
    import xgboost
    yield 'xgboost', model(xgboost.XGBClassifier(n_estimators=5), binary)
    yield 'lightgbm', model(lightgbm.LGBMClassifier(n_estimators=5, verbose=-1))
    yield 'catboost', model(catboost.CatBoostClassifier(iterations=5, verbose=False, allow_writing_files=False))
