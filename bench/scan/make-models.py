"""Ordinary models: estimators of scikit-learn, fitted, in every way that people save them.

    make-models.py FOLDER
"""
import pickle
import sys
from pathlib import Path

import joblib
import numpy as np
from sklearn.cluster import KMeans
from sklearn.compose import ColumnTransformer
from sklearn.decomposition import PCA
from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingClassifier, IsolationForest, RandomForestClassifier, VotingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge, SGDClassifier
from sklearn.model_selection import GridSearchCV
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeRegressor

random = np.random.default_rng(0)
X = random.normal(size=(60, 4))
y = (X[:, 0] > 0).astype(int)
models = {
    'logistic': LogisticRegression().fit(X, y),
    'linear': LinearRegression().fit(X, y),
    'ridge': Ridge().fit(X, y),
    'sgd': SGDClassifier(random_state=0).fit(X, y),
    'tree': DecisionTreeRegressor(max_depth=3).fit(X, y),
    'forest': RandomForestClassifier(5, random_state=0).fit(X, y),
    'boosting': GradientBoostingClassifier(n_estimators=3).fit(X, y),
    'hist-boosting': HistGradientBoostingClassifier(max_iter=3).fit(X, y),
    'isolation': IsolationForest(n_estimators=5, random_state=0).fit(X),
    'svm': SVC(probability=False).fit(X, y),
    'neighbours': KNeighborsClassifier(algorithm='kd_tree').fit(X, y),
    'bayes': GaussianNB().fit(X, y),
    'network': MLPClassifier((4,), max_iter=20).fit(X, y),
    'process': GaussianProcessRegressor().fit(X, y),
    'isotonic': IsotonicRegression().fit(X[:, 0], y),
    'k-means': KMeans(2, n_init=1).fit(X),
    'pca': PCA(2).fit(X),
    'text': TfidfVectorizer().fit(['a good loan', 'a bad loan', 'no loan']),
    'pipeline': make_pipeline(StandardScaler(), LogisticRegression()).fit(X, y),
    'columns': ColumnTransformer([('n', StandardScaler(), [0, 1]), ('c', OneHotEncoder(), [2])]).fit(X.round()),
    'search': GridSearchCV(LogisticRegression(), {'C': [0.1, 1]}, cv=2).fit(X, y),
    'voting': VotingClassifier([('l', LogisticRegression()), ('b', GaussianNB())]).fit(X, y),
}
folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name, model in models.items():
    for protocol in (2, 4, 5):
        (folder / f'{name}-{protocol}.pkl').write_bytes(pickle.dumps(model, protocol))
    joblib.dump(model, folder / f'{name}.joblib')
    joblib.dump(model, folder / f'{name}-compressed.joblib', compress=3)
np.save(folder / 'array.npy', X)
np.savez(folder / 'arrays.npz', X=X, y=y)
