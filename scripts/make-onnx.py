"""Writes test/fixtures/onnx: models of the credit example as ONNX, and what scikit-learn says with them.

    python scripts/make-onnx.py

Needs scikit-learn, pandas, skl2onnx and onnxruntime.
"""

from pathlib import Path

import numpy as np
import pandas as pd
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType, StringTensorType
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

ROOT = Path(__file__).parents[1]
OUT = ROOT / "test/fixtures/onnx"
CREDIT = ROOT / "examples/credit"
OUT.mkdir(exist_ok=True)

train, holdout = pd.read_csv(CREDIT / "train.csv"), pd.read_csv(CREDIT / "holdout.csv")
numeric = ["seniority", "time", "age", "expenses", "income", "assets", "debt", "amount", "price"]
text = ["home", "marital", "records", "job"]


def save(name, model, types, zipmap=False):
    """Without zipmap a classifier's probabilities are a matrix, with it a list of maps, which few runtimes can hand over."""
    classifier = hasattr(model, "predict_proba")
    options = {id(model): {"zipmap": zipmap}} if classifier else None
    onnx = to_onnx(model, initial_types=types, options=options, target_opset=17)
    (OUT / name).write_bytes(onnx.SerializeToString())


def floats(frame):
    return frame.astype(np.float32)


# One matrix of numbers.
matrix = make_pipeline(SimpleImputer(), StandardScaler(), LogisticRegression())
matrix.fit(floats(train[numeric]).to_numpy(), train["status"])
types = [("X", FloatTensorType([None, len(numeric)]))]
save("matrix.onnx", matrix, types)
save("zipmap.onnx", matrix, types, zipmap=True)

# An input for each column, words among them.
filled = lambda frame: pd.concat([floats(frame[numeric]), frame[text].fillna("")], axis=1)
columns = make_pipeline(
    make_column_transformer(
        (make_pipeline(SimpleImputer(), StandardScaler()), numeric),
        (OneHotEncoder(handle_unknown="ignore"), text),
    ),
    LogisticRegression(max_iter=1000),
)
columns.fit(filled(train), train["status"])
types = [(name, FloatTensorType([None, 1])) for name in numeric] + [(name, StringTensorType([None, 1])) for name in text]
save("columns.onnx", columns, types)

# A number.
regression = make_pipeline(SimpleImputer(), StandardScaler(), LinearRegression())
regression.fit(floats(train[numeric[:-1]]).to_numpy(), train["price"])
save("regression.onnx", regression, [("X", FloatTensorType([None, len(numeric) - 1]))])

sample = holdout.head(200)
pd.DataFrame(
    {
        "id": sample["id"],
        "matrix": matrix.predict_proba(floats(sample[numeric]).to_numpy())[:, 0],
        "columns": columns.predict_proba(filled(sample))[:, 0],
        "regression": regression.predict(floats(sample[numeric[:-1]]).to_numpy()),
    }
).to_csv(OUT / "expected.csv", index=False)
