#!/usr/bin/env bash
# Fetches a real Trino (the server's core, its memory and its tpch connector, 225 MB) for the slow suite. It needs a JDK of 24 or later,
# which has to be there: JAVA_HOME, or one below /usr/lib/jvm.
set -euo pipefail

version=476
cache="${PROOFMARK_TRINO:-$HOME/.cache/proofmark-trino}"
home="$cache/trino-server-core-$version"
[ -e "$home/.complete" ] && exit 0

command -v mvn >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends maven >/dev/null; }
fetched="$(mktemp -d)"
trap 'rm -rf "$fetched"' EXIT
copy() { mvn -q -B dependency:copy -Dartifact="io.trino:$1" -DoutputDirectory="$fetched" -Dmdep.useBaseVersion=true; }
mkdir -p "$cache"
copy "trino-server-core:$version:tar.gz"
tar -xzf "$fetched/trino-server-core-$version.tar.gz" -C "$cache"
for plugin in memory tpch; do
  copy "trino-$plugin:$version:zip"
  unzip -q -o "$fetched/trino-$plugin-$version.zip" -d "$fetched"
  rm -rf "$home/plugin/$plugin"
  mv "$fetched/trino-$plugin-$version" "$home/plugin/$plugin"
done
touch "$home/.complete"
