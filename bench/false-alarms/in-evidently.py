"""Evidently's defaults on tables drawn like those of bench/false-alarms.ts.

Answers each line {"rows", "moved", "runs", "seed"} on stdin with a line of counts on stdout; the first line says the version.
Columns are tested by the test that Evidently itself chooses for them, with its own threshold, and the table by the share its metric
DriftedColumnsCount has by default. The first table of every line is also given to the preset as a whole, which must say the same.
"""
import json
import sys
import warnings

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
from evidently import DataDefinition, Dataset, Report, __version__  # noqa: E402
from evidently.legacy.calculations.stattests import get_stattest  # noqa: E402
from evidently.legacy.core import ColumnType  # noqa: E402
from evidently.metrics import DriftedColumnsCount  # noqa: E402
from evidently.presets import DataDriftPreset  # noqa: E402

reference_rows = int(sys.argv[1])
COLUMNS = 30
MOVED = 3
NUMBERS = [(1.0, lambda rng, n: rng.standard_normal(n)),
           (np.sqrt((np.e - 1) * np.e), lambda rng, n: np.exp(rng.standard_normal(n))),
           (1.0, lambda rng, n: rng.exponential(size=n))]
CATEGORIES = [5, 20, 100]
KINDS = [ColumnType.Numerical if i % 6 < 3 else ColumnType.Categorical for i in range(COLUMNS)]
SHARE = DriftedColumnsCount().drift_share
definition = DataDefinition(numerical_columns=[f"c{i}" for i in range(COLUMNS) if KINDS[i] is ColumnType.Numerical],
                            categorical_columns=[f"c{i}" for i in range(COLUMNS) if KINDS[i] is ColumnType.Categorical])


def table(rng, rows, moved):
    columns = {}
    for i, kind in enumerate(KINDS):
        if kind is ColumnType.Numerical:
            sigma, draw = NUMBERS[i % 6]
            columns[f"c{i}"] = draw(rng, rows) + (0.3 * sigma if moved and i < MOVED else 0)
        else:
            columns[f"c{i}"] = np.char.add("k", rng.integers(0, CATEGORIES[i % 6 - 3], rows).astype(str))
    return pd.DataFrame(columns)


def by_tests(reference, current):
    flags = []
    for name, kind in zip(reference.columns, KINDS):
        test = get_stattest(reference[name], current[name], kind, None)
        flags.append(bool(test(reference[name], current[name], kind, None).drifted))
    return flags, sum(flags) / COLUMNS >= SHARE


def by_preset(reference, current):
    sides = [Dataset.from_pandas(side, data_definition=definition) for side in (current, reference)]
    flags, whole = {}, None
    for metric in Report([DataDriftPreset()]).run(*sides).dict()["metrics"]:
        config = metric["config"]
        if config["type"].endswith("ValueDrift"):
            flags[config["column"]] = bool(metric["value"] >= config["threshold"])
        elif config["type"].endswith("DriftedColumnsCount"):
            whole = bool(metric["value"]["share"] >= config["drift_share"])
    return [flags[name] for name in reference.columns], whole


print(json.dumps({"version": __version__}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    rng = np.random.default_rng(asked["seed"])
    counts = {"runs": 0, "falseRuns": 0, "datasetRuns": 0, "falseColumns": [0] * 6, "found": [0] * MOVED}
    for run in range(asked["runs"]):
        reference, current = table(rng, reference_rows, False), table(rng, asked["rows"], asked["moved"])
        flags, whole = by_tests(reference, current)
        if run == 0:
            assert (flags, whole) == by_preset(reference, current), asked
        still = range(MOVED if asked["moved"] else 0, COLUMNS)
        counts["runs"] += 1
        counts["falseRuns"] += any(flags[i] for i in still)
        counts["datasetRuns"] += whole
        for i in still:
            counts["falseColumns"][i % 6] += flags[i]
        for i in range(MOVED):
            counts["found"][i] += asked["moved"] and flags[i]
    print(json.dumps(counts), flush=True)
