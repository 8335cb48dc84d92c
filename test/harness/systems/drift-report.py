"""What Evidently says of two tables: python drift-report.py REFERENCE CURRENT REPORT."""

import sys

import evidently
import pandas as pd
from evidently import Report
from evidently.presets import DataDriftPreset

reference, current, report = sys.argv[1:]
tables = [pd.read_csv(path).drop(columns=["id"]) for path in (current, reference)]
Report([DataDriftPreset()], include_tests=True).run(*tables).save_json(report)
print(evidently.__version__)
