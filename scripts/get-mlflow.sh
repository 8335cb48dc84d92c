#!/usr/bin/env bash
# Puts the MLflow server, its last 2.x and a newest 3.x, where test/harness/mlflow-server.ts looks for it: each in a Python environment of
# its own in a cache folder, with a database that has been set up. Their requirements are pinned, without the parts of MLflow's that its
# server does not load: pyarrow, scipy, scikit-learn, matplotlib, skops.
set -euo pipefail
lists="$(cd "$(dirname "$0")" && pwd)/mlflow"
base="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-mlflow"

export MLFLOW_DISABLE_TELEMETRY=true DO_NOT_TRACK=true
for major in 2 3; do
  cache="$base/$major"
  if cmp -s "$lists/requirements-$major.txt" "$cache/done"; then continue; fi
  rm -rf "$cache"
  python3 -m venv "$cache"
  "$cache/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-compile --only-binary :all: \
    -r "$lists/requirements-$major.txt"
  # Asking anything of an empty database sets it up, which takes a server ten seconds at its start.
  MLFLOW_TRACKING_URI="sqlite:///$cache/mlflow.db" "$cache/bin/python" -m mlflow experiments search >"$cache/log" 2>&1 ||
    { cat "$cache/log" >&2; exit 1; }
  cp "$lists/requirements-$major.txt" "$cache/done"
done
