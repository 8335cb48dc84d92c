#!/usr/bin/env python3
"""What the real Evidently says of some tables: by column its method, score, threshold and flag, and its flag for the dataset.

    python scripts/make-evidently-vectors.py > test/fixtures/profiles/evidently.json

Runs DataDriftPreset as its users do, on CSV that pandas reads. Tables are rows FROM to TO (1-based, without the header) of files of
the repository, or written out here. The file in the repository was made with Evidently 0.7.21, pandas 2.3.3 and SciPy 1.17.1; its
`versions` say so.
"""
import io
import json
import sys
import warnings

import evidently
import numpy as np
import pandas as pd
import scipy
from evidently import Report
from evidently.presets import DataDriftPreset

warnings.simplefilter("ignore")
TRAIN, CURRENT, HOLDOUT = (f"examples/credit/{name}.csv" for name in ("train", "current", "holdout"))


def draws(seed):
    state = seed
    while True:
        state = (1664525 * state + 1013904223) % 2**32
        yield (state + 0.5) / 2**32


def small(seed, rows, shift):
    """Columns of every sort that pandas reads: whole, decimal, few values, true and false, words, one value, missing of all spellings."""
    u = draws(seed)
    lines = ["whole,decimal,few,flag,word,constant,holes,coded"]
    for i in range(rows):
        lines.append(",".join([
            str(int(100 * next(u)) + int(20 * shift)),
            f"{next(u) + shift:.3f}",
            f"{int(3 * next(u) ** (1 + shift)) * 0.5}",
            ["True", "False"][next(u) < 0.4 + shift / 2],
            "abcde"[int((4 + (shift > 0)) * next(u))],
            "same",
            [f"{next(u):.2f}", "NA", "", "null"][0 if next(u) < 0.8 else int(4 * next(u))],
            str(1 + int(2 * next(u)) + (shift > 0 and i == 5)),
        ]))
    return "\n".join(lines) + "\n"


def odd(seed, rows, shift):
    """Columns at the edges of the rules: five and six different values, nearly one value, numbers of any size, whole numbers with a hole."""
    u = draws(seed)
    lines = ["five,six,rare,huge,tiny,negative,hole,words,two"]
    for i in range(rows):
        lines.append(",".join([
            f"{int(5 * next(u) ** (1 + shift))}.5",
            f"{int(6 * next(u) ** (1 + shift))}.5",
            str(1.5 if i == 0 else 2.5),
            f"{next(u) + shift:.6f}e300",
            f"{next(u) + shift:.6f}e-300",
            f"{-next(u) - shift:.4f}",
            "" if i == 0 else str(int(40 * next(u))),
            ["NaN-like", "inf ", "1e5x", "-"][int(4 * next(u) ** (1 + shift))],
            f"{int(2 * next(u))}.25",
        ]))
    return "\n".join(lines) + "\n"


CASES = [
    {"name": "many rows of reference", "reference": {"file": TRAIN, "from": 1, "to": 3117}, "current": {"file": CURRENT, "from": 1, "to": 1337}},
    {"name": "untouched hold-out", "reference": {"file": TRAIN, "from": 1, "to": 3117}, "current": {"file": HOLDOUT, "from": 1, "to": 1337}},
    {"name": "few rows of reference", "reference": {"file": TRAIN, "from": 1, "to": 800}, "current": {"file": CURRENT, "from": 1, "to": 600}},
    {"name": "one day", "reference": {"file": TRAIN, "from": 1, "to": 3117}, "current": {"file": HOLDOUT, "from": 1, "to": 60}},
    {"name": "every sort, unchanged", "reference": {"text": small(1, 150, 0.0)}, "current": {"text": small(2, 120, 0.0)}},
    {"name": "every sort, moved", "reference": {"text": small(3, 150, 0.0)}, "current": {"text": small(4, 120, 0.4)}},
    {"name": "a thousand rows of reference", "reference": {"file": TRAIN, "from": 1, "to": 1000}, "current": {"file": CURRENT, "from": 1, "to": 200}},
    {"name": "a thousand and one", "reference": {"file": TRAIN, "from": 1, "to": 1001}, "current": {"file": CURRENT, "from": 1, "to": 200}},
    {"name": "odd values, unchanged", "reference": {"text": odd(5, 60, 0.0)}, "current": {"text": odd(6, 40, 0.0)}},
    {"name": "odd values, moved", "reference": {"text": odd(7, 60, 0.0)}, "current": {"text": odd(8, 40, 0.7)}},
]


def table(source):
    if "text" in source:
        return pd.read_csv(io.StringIO(source["text"]))
    return pd.read_csv(source["file"]).iloc[source["from"] - 1:source["to"]].reset_index(drop=True).drop(columns="id")


def through_csv(frame):
    """Types as pandas infers them from these rows alone."""
    return pd.read_csv(io.StringIO(frame.to_csv(index=False)))


cases = []
for case in CASES:
    reference, current = table(case["reference"]), table(case["current"])
    if "file" in case["reference"]:
        rows = lambda s: pd.read_csv(io.StringIO("".join([open(s["file"]).readlines()[0], *open(s["file"]).readlines()[s["from"]:s["to"] + 1]]))).drop(columns="id")
        reference, current = rows(case["reference"]), rows(case["current"])
    report = json.loads(Report([DataDriftPreset()], include_tests=True).run(current, reference).json())
    tests = {t["metric_config"]["params"].get("column"): t for t in report["tests"] if "column" in t["metric_config"]["params"]}
    columns, dataset = {}, None
    for metric in report["metrics"]:
        params = metric["config"]
        if "column" in params and "Drift" in metric["metric_name"]:
            name = params["column"]
            columns[name] = {"method": params["method"], "threshold": params["threshold"], "score": float(metric["value"]),
                             "drifted": tests[name]["status"] == "FAIL"}
        elif "Count" in metric["metric_name"]:
            dataset = {"drifted": int(metric["value"]["count"]), "share": float(metric["value"]["share"]), "threshold": params["drift_share"]}
    dataset["flag"] = dataset["share"] >= dataset["threshold"]
    cases.append({**case, "columns": columns, "dataset": dataset})

json.dump({"versions": {"evidently": evidently.__version__, "pandas": pd.__version__, "scipy": scipy.__version__, "numpy": np.__version__},
           "cases": cases}, sys.stdout)
print()
