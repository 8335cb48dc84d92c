#!/usr/bin/env bash
# Builds local-kms, a stand-in for AWS KMS that signs digests as AWS does, where test/slow/aws-kms.test.ts looks for it: a cache folder.
set -euo pipefail

cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-local-kms"
if [ -x "$cache/local-kms" ]; then exit 0; fi

GOBIN="$cache" go install github.com/nsmithuk/local-kms@v0.0.0-20260228092603-2a5e92d09ab6
