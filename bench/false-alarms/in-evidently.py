"""Evidently's data drift preset with its defaults, on tables drawn like those of bench/false-alarms.ts; one JSON object on stdout.

    python in-evidently.py REFERENCE RUNS CURRENT [CURRENT ...]
"""
import json
import sys
import warnings

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
from evidently import DataDefinition, Dataset, Report, __version__  # noqa: E402
from evidently.presets import DataDriftPreset  # noqa: E402

reference_rows, runs, *sizes = map(int, sys.argv[1:])
NUMBERS = [("normal", 1.0, lambda rng, n: rng.standard_normal(n)),
           ("lognormal", np.sqrt((np.e - 1) * np.e), lambda rng, n: np.exp(rng.standard_normal(n))),
           ("exponential", 1.0, lambda rng, n: rng.exponential(size=n))]
CATEGORIES = [5, 20, 100]


def table(rng, rows, shifted):
    columns = {}
    for i in range(30):
        if i % 6 < 3:
            _, sigma, draw = NUMBERS[i % 6]
            columns[f"c{i}"] = draw(rng, rows) + (0.3 * sigma if shifted and i < 3 else 0)
        else:
            columns[f"c{i}"] = np.char.add("k", rng.integers(0, CATEGORIES[i % 6 - 3], rows).astype(str))
    return pd.DataFrame(columns)


definition = DataDefinition(numerical_columns=[f"c{i}" for i in range(30) if i % 6 < 3],
                            categorical_columns=[f"c{i}" for i in range(30) if i % 6 >= 3])


def drifted(rng, rows, shifted):
    """Which columns the report calls drifted, and whether it calls the dataset drifted."""
    sides = [Dataset.from_pandas(table(rng, n, s), data_definition=definition) for n, s in ((rows, shifted), (reference_rows, False))]
    metrics = Report([DataDriftPreset()]).run(*sides).dict()["metrics"]
    columns = {}
    share = None
    for metric in metrics:
        config = metric["config"]
        if config["type"].endswith("ValueDrift"):
            assert config["method"] in ("Wasserstein distance (normed)", "Jensen-Shannon distance"), config
            columns[config["column"]] = metric["value"] >= config["threshold"]
        elif config["type"].endswith("DriftedColumnsCount"):
            share = (metric["value"]["share"], config["drift_share"])
            count = metric["value"]["count"]
    assert len(columns) == 30 and sum(columns.values()) == count, (len(columns), sum(columns.values()), count)
    return columns, share[0] >= share[1]


answer = {"version": __version__, "runs": runs, "sizes": {}}
for rows in sizes:
    rng = np.random.default_rng(rows)
    any_column = dataset = recall = dataset_drifted = 0
    for _ in range(runs):
        columns, whole = drifted(rng, rows, False)
        any_column += any(columns.values())
        dataset += whole
        columns, whole = drifted(rng, rows, True)
        recall += sum(bool(columns[f"c{i}"]) for i in range(3)) / 3
        dataset_drifted += whole
    answer["sizes"][rows] = {"anyColumn": any_column / runs, "dataset": dataset / runs,
                             "recall": recall / runs, "datasetDrifted": dataset_drifted / runs}
print(json.dumps(answer))
