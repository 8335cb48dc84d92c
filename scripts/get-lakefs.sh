#!/usr/bin/env bash
# Builds the lakeFS server from its Go module where test/slow/lakefs.test.ts looks for it: a cache folder. Not by `go install`, which refuses
# modules with replacements. The server alone, without C, symbols and the compiler's optimisations, which takes a third less time: about three
# minutes of two cores the first time, most of it for the clients of clouds that it depends on.
set -euo pipefail

version=v1.84.0
cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-lakefs"
if [ -x "$cache/lakefs-$version" ]; then exit 0; fi

export PATH="$PATH:/usr/local/go/bin" CGO_ENABLED=0 GOGC=400
mkdir -p "$cache"
source="$(go mod download -json "github.com/treeverse/lakefs@$version" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')"
cd "$source"
go build -buildvcs=false -gcflags=all='-N -l -dwarf=false' -ldflags "-s -w -X github.com/treeverse/lakefs/pkg/version.Version=${version#v}" \
  -o "$cache/lakefs-$version" ./cmd/lakefs
