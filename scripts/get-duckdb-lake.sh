#!/usr/bin/env bash
# Fetches DuckDB with its extensions for Delta Lake and Iceberg (52 MB, 240 MB on disk) for the slow suite: an extension is of one version
# of DuckDB, and these are of the one before that which the tests use else.
set -euo pipefail

version=1.5.5
cache="${PROOFMARK_DUCKDB_LAKE:-$HOME/.cache/proofmark-duckdb-lake}"
[ -e "$cache/$version/.complete" ] && exit 0

rm -rf "$cache/$version"
mkdir -p "$cache/$version/extensions/v$version/linux_amd64"
fetched="$(mktemp -d)"
trap 'rm -rf "$fetched"' EXIT
echo '{ "private": true }' >"$cache/$version/package.json"
npm install --prefix "$cache/$version" --no-audit --no-fund --silent --ignore-scripts "@duckdb/node-api@$version-r.5"
python3 -m pip download -q --no-deps --only-binary :all: -d "$fetched" \
  "duckdb-extension-delta==$version" "duckdb-extension-avro==$version" "duckdb-extension-iceberg==$version"
for wheel in "$fetched"/*.whl; do
  unzip -q -o -j "$wheel" '*.duckdb_extension' -d "$cache/$version/extensions/v$version/linux_amd64"
done
touch "$cache/$version/.complete"
