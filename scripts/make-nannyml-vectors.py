#!/usr/bin/env python3
"""What the real NannyML says of the tables in evidently.json: by column its threshold, and of each chunk the value and the alert.

    python scripts/make-nannyml-vectors.py test/fixtures/profiles/evidently.json > test/fixtures/profiles/nannyml.json

Runs UnivariateDriftCalculator with its defaults. The file in the repository was made with NannyML 0.13.1; its `versions` say so.
"""
import io
import json
import os
import sys
import warnings

os.environ["NML_DISABLE_USAGE_LOGGING"] = "1"
warnings.simplefilter("ignore")
import nannyml  # noqa: E402
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402


def table(source):
    if "text" in source:
        return pd.read_csv(io.StringIO(source["text"]))
    lines = open(source["file"]).readlines()
    return pd.read_csv(io.StringIO("".join([lines[0], *lines[source["from"]:source["to"] + 1]]))).drop(columns="id")


cases = []
for case in json.load(open(sys.argv[1]))["cases"]:
    reference, current = table(case["reference"]), table(case["current"])
    columns = {}
    for name in reference.columns:
        found = nannyml.UnivariateDriftCalculator(column_names=[name]).fit(reference).calculate(current)
        frame = found.filter(period="analysis").to_df()[name]["jensen_shannon"]
        columns[name] = {"values": [float(v) for v in frame["value"]], "alerts": [bool(v) for v in frame["alert"]],
                         "threshold": float(frame["upper_threshold"].iloc[0])}
    cases.append({"name": case["name"], "columns": columns})
json.dump({"versions": {"nannyml": nannyml.__version__, "pandas": pd.__version__, "numpy": np.__version__}, "cases": cases}, sys.stdout)
print()
