"""Evidently's preset for drift on two CSV files, with pandas; prints the seconds of its parts."""

import json
import sys
import time

start = time.perf_counter()
import pandas as pd
from evidently import DataDefinition, Dataset, Report
from evidently.presets import DataDriftPreset

imported = time.perf_counter()
reference = pd.read_csv(sys.argv[1])
current = pd.read_csv(sys.argv[2])
read = time.perf_counter()
numerical = [name for name in reference.columns if reference[name].dtype.kind in "fi"]
definition = DataDefinition(
    numerical_columns=numerical,
    categorical_columns=[name for name in reference.columns if name not in numerical],
)
snapshot = Report([DataDriftPreset()]).run(
    Dataset.from_pandas(current, definition), Dataset.from_pandas(reference, definition)
)
found = json.loads(snapshot.json())
done = time.perf_counter()
if not found["metrics"]:
    raise SystemExit("Evidently measured nothing")
print(json.dumps({"imports": imported - start, "read": read - imported, "drift": done - read}))
