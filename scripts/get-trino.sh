#!/usr/bin/env bash
# Fetches a real Trino (the server's core and its memory connector, 225 MB) for the slow suite. It needs a JDK of 24 or later, which has to
# be there: JAVA_HOME, or one below /usr/lib/jvm.
set -euo pipefail

version=476
cache="${PROOFMARK_TRINO:-$HOME/.cache/proofmark-trino}"
home="$cache/trino-server-core-$version"
[ -e "$home/.complete" ] && exit 0

from="https://repo.maven.apache.org/maven2/io/trino"
mkdir -p "$cache"
for part in "trino-server-core/$version/trino-server-core-$version.tar.gz" "trino-memory/$version/trino-memory-$version.zip"; do
  curl -sSf --retry 3 -o "$cache/$(basename "$part")" "$from/$part"
done
tar -xzf "$cache/trino-server-core-$version.tar.gz" -C "$cache"
unzip -q -o "$cache/trino-memory-$version.zip" -d "$cache"
rm -rf "$home/plugin/memory"
mv "$cache/trino-memory-$version" "$home/plugin/memory"
rm "$cache"/*.tar.gz "$cache"/*.zip
touch "$home/.complete"
