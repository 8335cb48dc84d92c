#!/usr/bin/env bash
# Builds SLSA's verifier of Verification Summary Attestations where test/slow/record-files.test.ts looks for it. Takes two to four minutes
# the first time, most of it for what it depends on.
set -euo pipefail

version=v2.7.1
cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-slsa-verifier"
if [ -x "$cache/slsa-verifier-$version" ]; then exit 0; fi

export PATH="$PATH:/usr/local/go/bin"
mkdir -p "$cache"
source="$(go mod download -json "github.com/slsa-framework/slsa-verifier/v2@$version" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')"
cd "$source"
go build -gcflags=all='-N -l -dwarf=false' -ldflags '-s -w' -o "$cache/slsa-verifier-$version" ./cli/slsa-verifier
