"""All that test/slow/evidently.test.ts asks the real Evidently for, in one process: what it says of the tables of
scripts/make-evidently-vectors.py, the reports of scripts/make-result-fixtures.py written into FOLDER, and the SNAPSHOTs as it loads them.

    python all.py FOLDER SNAPSHOT...
"""
import contextlib
import io
import json
import runpy
import sys

folder, snapshots = sys.argv[1], sys.argv[2:]


def run(script, *arguments):
    sys.argv = [script, *arguments]
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        runpy.run_path(script, run_name="__main__")
    return told.getvalue()


vectors = json.loads(run("scripts/make-evidently-vectors.py"))
run("scripts/make-result-fixtures.py", "evidently", folder)

from evidently.core.report import Snapshot  # noqa: E402

print(json.dumps({"vectors": vectors, "loaded": [Snapshot.load(path).dict() for path in snapshots]}))
