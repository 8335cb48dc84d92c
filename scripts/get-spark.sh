#!/usr/bin/env bash
# Fetches a real Spark for the slow suite: the jars of its SQL and of its Thrift server, out of the package that PyPI has (456 MB, of which
# 210 MB are kept), and what makes tables of Delta Lake and Iceberg known to it (56 MB). It needs a JDK of 17 or later, which has to be there.
set -euo pipefail

version=4.1.4
delta=4.1.0
iceberg=1.11.0
cache="${PROOFMARK_SPARK:-$HOME/.cache/proofmark-spark}"
home="$cache/spark-$version-delta-$delta-iceberg-$iceberg"
[ -e "$home/.complete" ] && exit 0

command -v mvn >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends maven >/dev/null; }
fetched="$(mktemp -d)"
trap 'rm -rf "$fetched"' EXIT
rm -rf "$cache"
mkdir -p "$home/jars"

for artifact in "io.delta:delta-spark_4.1_2.13:$delta" "io.delta:delta-storage:$delta" \
  "org.apache.iceberg:iceberg-spark-runtime-4.1_2.13:$iceberg"; do
  mvn -q -B dependency:copy -Dartifact="$artifact" -DoutputDirectory="$home/jars"
done
python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary pyspark -d "$fetched" "pyspark==$version"
# Without machine learning, Kubernetes, Spark Connect, the REPL, and what other systems need.
tar -xzf "$fetched/pyspark-$version.tar.gz" -C "$home/jars" --strip-components=3 --wildcards \
  --exclude='*/connect-repl/*' --exclude='*/spark-connect_*' --exclude='*/rocksdbjni*' --exclude='*/*mllib*' --exclude='*/breeze*' \
  --exclude='*/spire*' --exclude='*/cats-kernel*' --exclude='*/algebra_*' --exclude='*/kubernetes*' --exclude='*/vertx*' \
  --exclude='*/spark-repl_*' --exclude='*/scala-compiler*' --exclude='*/jline*' --exclude='*/*osx*' --exclude='*/*windows*' \
  --exclude='*/*aarch*' --exclude='*/netty-codec-native-quic*' --exclude='*/arpack*' --exclude='*/lapack*' --exclude='*/JTransforms*' \
  --exclude='*/tink*' --exclude='*/spark-graphx*' --exclude='*/curator*' --exclude='*/zookeeper*' \
  "pyspark-$version/deps/jars/*.jar"
touch "$home/.complete"
