#!/usr/bin/env python3
"""Results that the real tools write, for the importers of data.results and drift.results.

    python scripts/make-result-fixtures.py TOOL [FOLDER]

TOOL is evidently (0.7.21, pandas 2.3.3), great-expectations (0.18.22 and 1.24.1, each in an environment of its own), dbt (1.10.13 with
dbt-duckdb 1.10.0) or deequ (2.0.7-spark-3.5 with pydeequ 1.7.0 and pyspark 3.5.3; DEEQU_JAR names the jar). Those are the versions that the files
under test/cases/results/ were made with. Times and ids of a run differ each time; everything else does not.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

CASES = sys.argv[2] if len(sys.argv) > 2 else "test/cases/results"


def write(path, text, name="source.json"):
    folder = f"{CASES}/{path}"
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/{name}", "w") as file:
        file.write(text if text.endswith("\n") else text + "\n")


def evidently():
    import numpy as np
    import pandas as pd
    from evidently import Report
    from evidently.metrics import MeanValue, MinValue, MissingValueCount, RowCount, ValueDrift
    from evidently.presets import DataDriftPreset
    from evidently.tests import eq, gt, gte, is_in, lt, lte, not_eq, Reference
    from evidently.legacy.metric_preset import DataDriftPreset as LegacyPreset
    from evidently.legacy.metrics import ColumnDriftMetric
    from evidently.legacy.report import Report as LegacyReport
    from evidently.legacy.test_preset import DataDriftTestPreset
    from evidently.legacy.test_suite import TestSuite
    from evidently.legacy import tests as legacy

    columns = ["age", "income", "home", "records"]
    reference = pd.read_csv("examples/credit/train.csv")[columns]
    current = pd.read_csv("examples/credit/current.csv")[columns]

    def save(path, snapshot):
        with tempfile.TemporaryDirectory() as folder:
            snapshot.save_json(f"{folder}/report.json")
            write(path, open(f"{folder}/report.json").read())

    save("evidently/preset", Report([DataDriftPreset()]).run(current, reference))
    save("evidently/preset-with-tests", Report([DataDriftPreset()], include_tests=True).run(current, reference))
    few = (current.head(600), reference.head(800))
    ids = ["ks", "cramer_von_mises", "anderson", "es", "mannw", "t_test", "ed", "wasserstein", "psi", "kl_div", "jensenshannon", "hellinger"]
    methods = [ValueDrift(column="age", method=method) for method in ids]
    methods += [ValueDrift(column="income", method="psi", threshold=10.0), ValueDrift(column="home", method="chisquare"),
                ValueDrift(column="home", method="TVD"), ValueDrift(column="records", method="z")]
    save("evidently/every-method", Report(methods, include_tests=True).run(*few))
    quality = [MeanValue(column="age", tests=[gt(30), gte(40), lt(20, is_critical=False), lte(100)]),
               MinValue(column="age", tests=[eq(18), not_eq(18), is_in([18, 19])]),
               RowCount(tests=[gte(Reference(relative=0.1))]),
               MissingValueCount(column="income", tests=[lte(10)], share_tests=[lt(0.5)])]
    save("evidently/data-quality", Report(quality).run(*few))
    empty = few[0].assign(empty=np.nan), few[1].assign(empty=1.0)
    save("evidently/no-value", Report([MeanValue(column="empty", tests=[gt(0)])]).run(empty[0], empty[1]))

    def keep(path, report):
        report.run(reference_data=few[1], current_data=few[0])
        # Histograms are left out: they are most of the file.
        text = re.sub(r'"(current|reference)": \{"small_distribution": \{[^}]*\}\}', r'"\1": {}', report.json())
        write(path, text)

    keep("evidently-legacy/preset", LegacyReport([LegacyPreset()]))
    keep("evidently-legacy/columns", LegacyReport([ColumnDriftMetric(column_name="income"), ColumnDriftMetric(column_name="age", stattest="psi")]))
    keep("evidently-legacy/tests", TestSuite([
        DataDriftTestPreset(), legacy.TestNumberOfDriftedColumns(lte=1), legacy.TestNumberOfRows(gt=100, lt=500), legacy.TestShareOfMissingValues(lt=0.5),
        legacy.TestColumnValueMin(column_name="age", gte=18), legacy.TestMeanInNSigmas(column_name="age", n_sigmas=2),
        legacy.TestNumberOfColumns(eq=5), legacy.TestNumberOfRows(), legacy.TestColumnValueMin(column_name="nosuch", gte=1)]))


def great_expectations():
    import great_expectations as gx
    import pandas as pd

    table = pd.DataFrame({"age": [25, 31, None, 44, 190], "home": ["rent", "owner", "owner", "boat", "rent"], "empty": [None] * 5})
    if gx.__version__.startswith("0."):
        data = gx.from_pandas(table)
        data.expect_column_values_to_be_between("age", 18, 100, mostly=0.7)
        data.expect_column_values_to_be_between("age", 18, 100)
        data.expect_column_values_to_be_between("empty", 1, 2)
        data.expect_column_mean_to_be_between("age", 20, 100)
        data.expect_table_row_count_to_equal(5)
        data.expect_column_to_exist("home")
        return write("great-expectations/0-18", json.dumps(data.validate().to_json_dict(), indent=1))
    import great_expectations.expectations as gxe

    context = gx.get_context(mode="ephemeral")
    batch = context.data_sources.add_pandas("p").add_dataframe_asset("credit").add_batch_definition_whole_dataframe("all")
    batch = batch.get_batch({"dataframe": table})
    between = dict(min_value=18, max_value=100)
    suite = [
        gxe.ExpectColumnValuesToBeBetween(column="age", mostly=0.7, **between),
        gxe.ExpectColumnValuesToBeBetween(column="age", severity="warning", **between),
        gxe.ExpectColumnValuesToNotBeNull(column="age"),
        gxe.ExpectColumnValuesToBeInSet(column="home", value_set=["rent", "owner"]),
        gxe.ExpectColumnMeanToBeBetween(column="age", min_value=20, max_value=100),
        gxe.ExpectColumnMeanToBeBetween(column="age", min_value=72.5, strict_min=True),
        gxe.ExpectTableRowCountToBeBetween(min_value=1, max_value=10),
        gxe.ExpectColumnValuesToBeBetween(column="empty", min_value=1, max_value=2),
        gxe.ExpectColumnMeanToBeBetween(column="empty", min_value=1, max_value=2),
        gxe.ExpectColumnValuesToBeBetween(column="nosuch", min_value=1, max_value=2),
        gxe.ExpectColumnToExist(column="home"),
        gxe.ExpectColumnPairValuesToBeEqual(column_A="age", column_B="empty"),
        gxe.ExpectTableColumnsToMatchSet(column_set=["age", "home"]),
    ]
    found = batch.validate(gx.ExpectationSuite(name="credit", expectations=suite)).to_json_dict()
    for result in found["results"]:
        for info in result["exception_info"].values():
            if isinstance(info, dict):
                info["exception_traceback"] = "…"
    write("great-expectations/1-24", json.dumps(found, indent=1, ensure_ascii=False))


def dbt():
    schema = """
version: 2
models:
  - name: credit
    columns:
      - {name: id, data_tests: [not_null, unique]}
      - name: age
        data_tests: [{not_null: {config: {severity: warn}}}]
      - name: home
        data_tests:
          - accepted_values: {values: [rent, owner], config: {error_if: '>5', warn_if: '>0'}}
          - not_null: {config: {error_if: '>= 1'}}
      - {name: nosuch, data_tests: [not_null]}
"""
    files = {
        "dbt_project.yml": "name: credit\nversion: '1.0'\nprofile: credit\n",
        "profiles.yml": "credit: {target: dev, outputs: {dev: {type: duckdb, path: ':memory:', threads: 1}}}\n",
        "seeds/applications.csv": "id,age,home\n1,25,rent\n2,31,owner\n2,,boat\n",
        "models/credit.sql": "select * from {{ ref('applications') }}\n",
        "models/broken.sql": "select nothing from {{ ref('credit') }}\n",
        "models/after.sql": "select * from {{ ref('broken') }}\n",
        "models/schema.yml": schema,
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            os.makedirs(os.path.dirname(f"{folder}/{name}"), exist_ok=True)
            open(f"{folder}/{name}", "w").write(text)
        program = os.path.join(os.path.dirname(sys.executable), "dbt")
        subprocess.run([program, "build", "--quiet", "--profiles-dir", "."], cwd=folder,
                       env={**os.environ, "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"}, stdout=subprocess.DEVNULL)
        results = json.load(open(f"{folder}/target/run_results.json"))
        manifest = json.load(open(f"{folder}/target/manifest.json"))
    del results["args"]
    for result in results["results"]:
        result.update(compiled_code="…", timing=[], execution_time=0)
    nodes = {}
    for key, node in manifest["nodes"].items():
        if node["resource_type"] == "test":
            nodes[key] = {name: node[name] for name in ("unique_id", "name", "resource_type", "column_name", "config")}
    metadata = {name: manifest["metadata"][name] for name in ("dbt_schema_version", "dbt_version")}
    text = json.dumps(results, indent=1, ensure_ascii=False)
    write("dbt/without-manifest", text)
    write("dbt/with-manifest", text)
    write("dbt/with-manifest", json.dumps({"metadata": metadata, "nodes": nodes}, indent=1), "manifest.json")


def deequ():
    os.environ["SPARK_VERSION"] = "3.5"
    from pydeequ.checks import Check, CheckLevel
    from pydeequ.repository import FileSystemMetricsRepository, ResultKey
    from pydeequ.verification import VerificationResult, VerificationSuite
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[1]").config("spark.jars", os.environ["DEEQU_JAR"]).config("spark.ui.enabled", "false").getOrCreate()
    table = spark.createDataFrame([(1, 25.0, "rent", None), (2, 31.0, "owner", None), (2, None, "boat", None)],
                                  "id int, age double, home string, empty double")
    must = (Check(spark, CheckLevel.Error, "credit").hasSize(lambda n: n >= 3).isComplete("id").isUnique("id")
            .hasMean("age", lambda mean: mean > 20).hasMin("empty", lambda least: least > 0).isComplete("nosuch")
            .isContainedIn("home", ["rent", "owner", "boat"]))
    should = Check(spark, CheckLevel.Warning, "hints").isComplete("age")
    with tempfile.TemporaryDirectory() as folder:
        repository = FileSystemMetricsRepository(spark, f"{folder}/metrics.json")
        run = VerificationSuite(spark).onData(table).addCheck(must).addCheck(should).useRepository(repository)
        found = run.saveOrAppendResult(ResultKey(spark, 1780000000000, {"dataset": "credit"})).run()
        write("deequ-metrics/repository", open(f"{folder}/metrics.json").read())
    write("deequ-checks/two-checks", json.dumps(VerificationResult.checkResultsAsJson(spark, found), indent=1))
    write("deequ-metrics/metrics", json.dumps(VerificationResult.successMetricsAsJson(spark, found), indent=1))
    spark.sparkContext._gateway.shutdown_callback_server()
    spark.stop()


if __name__ == "__main__":
    {"evidently": evidently, "great-expectations": great_expectations, "dbt": dbt, "deequ": deequ}[sys.argv[1]]()
