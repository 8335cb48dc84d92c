#!/usr/bin/env bash
# Puts independent verifiers of Sigstore bundles where test/slow/signing.test.ts looks for them: sigstore (Python) in an environment of
# its own, and a program on sigstore-go, the library inside cosign and gh. About two minutes the first time, nothing later.
set -euo pipefail

cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-sigstore"
source="$(cd "$(dirname "$0")/../test/slow/verify-bundle" && pwd)"
mkdir -p "$cache"

if ! "$cache/python/bin/python" -c 'import sigstore' 2>/dev/null; then
  python3 -m venv "$cache/python"
  "$cache/python/bin/pip" install --quiet --no-compile 'sigstore==4.5.1'
fi

sum="$(cat "$source/go.sum" "$source/main.go" | sha256sum | cut -c1-64)"
if [ "$(cat "$cache/verify-bundle.sum" 2>/dev/null)" != "$sum" ] || [ ! -x "$cache/verify-bundle" ]; then
  (cd "$source" && go build -o "$cache/verify-bundle" .)
  echo "$sum" > "$cache/verify-bundle.sum"
fi
