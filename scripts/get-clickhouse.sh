#!/usr/bin/env bash
# Fetches the engine of ClickHouse as it is embedded into programs (chdb, 178 MB) for the slow suite: its server is in no package that is
# kept up.
set -euo pipefail

version=3.4.0
engine=26.7.3-stable.1
cache="${PROOFMARK_CLICKHOUSE:-$HOME/.cache/proofmark-clickhouse}"
[ -e "$cache/.complete" ] && exit 0

rm -rf "$cache"
mkdir -p "$cache/node_modules/chdb" "$cache/node_modules/@chdb/lib-linux-x64-gnu"
fetched="$(mktemp -d)"
trap 'rm -rf "$fetched"' EXIT
cd "$fetched"
npm pack --silent "chdb@$version" "@chdb/lib-linux-x64-gnu@$engine" >/dev/null
tar -xzf "chdb-$version.tgz" -C "$cache/node_modules/chdb" --strip-components=1
tar -xzf "chdb-lib-linux-x64-gnu-$engine.tgz" -C "$cache/node_modules/@chdb/lib-linux-x64-gnu" --strip-components=1
echo '{}' >"$cache/package.json"
touch "$cache/.complete"
