#!/usr/bin/env bash
# Fetches a real Trino (the server's core, its memory and its tpch connector, 225 MB) for the slow suite. It needs a JDK of 24 or later,
# which has to be there: JAVA_HOME, or one below /usr/lib/jvm.
set -euo pipefail

version=476
cache="${PROOFMARK_TRINO:-$HOME/.cache/proofmark-trino}"
home="$cache/trino-server-core-$version"
[ -e "$home/.complete" ] && exit 0

from="https://repo.maven.apache.org/maven2/io/trino"
mkdir -p "$cache"
curl -sSf --retry 3 "$from/trino-server-core/$version/trino-server-core-$version.tar.gz" | tar -xz -C "$cache"
for plugin in memory tpch; do
  curl -sSf --retry 3 -o "$cache/$plugin.zip" "$from/trino-$plugin/$version/trino-$plugin-$version.zip"
  unzip -q -o "$cache/$plugin.zip" -d "$cache"
  rm -rf "$home/plugin/$plugin" "$cache/$plugin.zip"
  mv "$cache/trino-$plugin-$version" "$home/plugin/$plugin"
done
touch "$home/.complete"
