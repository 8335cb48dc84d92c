#!/usr/bin/env bash
# Fetches a real Trino (the server's core, its memory, its tpch and its Iceberg connector, 570 MB) for the slow suite. What the Iceberg
# connector is made of holds the Hive connector, too, which is made of it by links. It needs a JDK of 24 or later, which has to be there:
# JAVA_HOME, or one below /usr/lib/jvm.
set -euo pipefail

version=476
cache="${PROOFMARK_TRINO:-$HOME/.cache/proofmark-trino}"
home="$cache/trino-server-core-$version"
[ -e "$home/.complete" ] && [ -e "$home/plugin/hive" ] && exit 0

command -v mvn >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends maven >/dev/null; }
fetched="$(mktemp -d)"
trap 'rm -rf "$fetched"' EXIT
copy() { mvn -q -B dependency:copy -Dartifact="io.trino:$1" -DoutputDirectory="$fetched" -Dmdep.useBaseVersion=true; }
mkdir -p "$cache"
if ! [ -e "$home/.complete" ]; then
  copy "trino-server-core:$version:tar.gz"
  tar -xzf "$fetched/trino-server-core-$version.tar.gz" -C "$cache"
fi
# The largest parts of Iceberg's connector are for a catalog and a cache that no test uses.
for plugin in memory tpch iceberg; do
  [ -e "$home/plugin/$plugin" ] && continue
  copy "trino-$plugin:$version:zip"
  unzip -q -o "$fetched/trino-$plugin-$version.zip" -d "$fetched" -x '*snowflake-jdbc*' '*rocksdbjni*'
  rm -f "$fetched/trino-$plugin-$version.zip"
  mv "$fetched/trino-$plugin-$version" "$home/plugin/$plugin"
done
hive="$cache/hive.part"
rm -rf "$home/plugin/hive" "$hive"
mkdir -p "$hive" "$fetched/META-INF/services"
echo io.trino.plugin.hive.HivePlugin >"$fetched/META-INF/services/io.trino.spi.Plugin"
(cd "$fetched" && python3 -m zipfile -c "$hive/services.jar" META-INF)
for jar in "$home"/plugin/iceberg/*.jar; do
  case "$jar" in *-services.jar) ;; *) ln "$jar" "$hive/" ;; esac
done
mv "$hive" "$home/plugin/hive"
touch "$home/.complete"
