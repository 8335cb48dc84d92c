#!/usr/bin/env bash
# Puts the parsers that Jenkins itself uses where test/slow/jenkins.test.ts looks for them: jars, at the versions of test/slow/jenkins/pom.xml.
set -euo pipefail
cd "$(dirname "$0")/.."

pom="test/slow/jenkins/pom.xml"
cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-analysis-model"
if cmp -s "$pom" "$cache/pom.xml"; then exit 0; fi
command -v mvn >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends maven >/dev/null; }

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
mvn -q -B -f "$pom" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$folder/jars"
rm -rf "$cache"
mkdir -p "$(dirname "$cache")"
mv "$folder/jars" "$cache"
cp "$pom" "$cache/pom.xml"
