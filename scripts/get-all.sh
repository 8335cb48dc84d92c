#!/usr/bin/env bash
# Fetches every program of others that the slow suite holds Proofmark against, each into a cache folder of its own: packages and Python in
# one lane, what Go builds in another. Says how long each took.
set -uo pipefail
cd "$(dirname "$0")"

lane() {
  local name start
  for name in "$@"; do
    start=$SECONDS
    nice -n 19 "./get-$name.sh" || { echo "get-$name.sh failed" >&2; return 1; }
    echo "get-$name.sh: $((SECONDS - start)) s"
  done
}

lane prometheus chromium mermaid age softhsm mlflow dvc model-signing moto openbao kms-clients evidently gitlab-ci-local clickhouse postgres &
packages=$!
lane lakefs go-modules local-kms slsa-verifier sigstore versitygw analysis-model trino duckdb-lake spark &
built=$!
wait "$packages" && wait "$built"
