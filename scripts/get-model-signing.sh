#!/usr/bin/env bash
# Puts OpenSSF Model Signing's reference implementation, and in-toto's schemas with it, where test/slow/record-files.test.ts looks for
# them: a Python environment in a cache folder. Takes half a minute.
set -euo pipefail

cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-model-signing"
if [ -x "$cache/bin/model_signing" ] && [ -e "$cache/complete" ]; then exit 0; fi

rm -rf "$cache"
python3 -m venv "$cache"
# pyOpenSSL is imported by model-signing 1.1.1 and not among its requirements.
"$cache/bin/pip" install --quiet --no-compile --disable-pip-version-check model-signing==1.1.1 pyOpenSSL
touch "$cache/complete"
